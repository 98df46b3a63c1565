// Plain JavaScript, because an old Node cannot read TypeScript: load it before a tool with
// `node --import ./tools/node-version.mjs tools/<name>.ts`.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`This is Node ${process.versions.node}, which cannot run TypeScript files. psoas brings its own Node 24:
  1. npm ci
  2. start the tool through npm (npm test, npm start, npm run <name>), which then takes that Node.`);
  process.exit(1);
}
