import { McpServer, type CallToolResult } from '@modelcontextprotocol/server';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import { exportBundle } from './tools/export-bundle.ts';
import { explain } from './tools/explain.ts';
import { getPlan } from './tools/get-plan.ts';
import { getToday } from './tools/get-today.ts';
import { logPain } from './tools/log-pain.ts';
import { logSet } from './tools/log-set.ts';
import { searchKnowledge } from './tools/search-knowledge.ts';
import type { Answer, Desk, Refusal, Tool, ToolName } from './tool.ts';

/** [MC-01] psoas for an assistant: seven tools over one diary, and nothing else. */
export function createServer(desk: Desk): McpServer {
  const { title, instructions } = text.server;
  const server = new McpServer({ name: 'psoas', title, version: '0.1.0' }, { capabilities: { tools: {} }, instructions });
  offer(server, desk, getToday);
  offer(server, desk, getPlan);
  offer(server, desk, logSet);
  offer(server, desk, logPain);
  offer(server, desk, explain);
  offer(server, desk, searchKnowledge);
  offer(server, desk, exportBundle);
  return server;
}

function offer<Input, Output>(server: McpServer, desk: Desk, tool: Tool<Input, Output>): void {
  const { name, input, output, writes } = tool;
  const { title, description } = text.tools[name];
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: input,
      outputSchema: output,
      annotations: { title, readOnlyHint: !writes, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (args: Input) => toResult(name, await tool.run(args, desk)),
  );
}

/** An answer as the protocol carries it: data, the same for reading, and a file beside it. */
export function toResult<Output>(name: ToolName, answer: Answer<Output>): CallToolResult {
  if (!answer.ok) return { isError: true, content: [{ type: 'text', text: refusalText(name, answer.error) }] };
  const { data, lines, file } = answer.value;
  return {
    structuredContent: { ...data },
    content: [
      { type: 'text', text: lines.join('\n') },
      ...(file === undefined ? [] : [{ type: 'resource', resource: file } as const]),
    ],
  };
}

// [MC-02] What stops stands first; which tool it was comes after it.
function refusalText(tool: ToolName, { field, lines, isPartWritten }: Refusal): string {
  return [
    ...lines,
    '',
    fillTemplate(isPartWritten === true ? text.refused.leadKept : text.refused.lead, { tool }),
    ...(field === undefined ? [] : [fillTemplate(text.refused.field, { field })]),
  ].join('\n');
}
