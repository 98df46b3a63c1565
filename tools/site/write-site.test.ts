import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { html } from './html.ts';
import { main, readAddress } from './main.ts';
import { relativeLink } from './places.ts';
import { writeSite } from './write-site.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-site-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('writing a site', () => {
  it('[WS-12] takes away what it wrote before and no longer makes, and nothing else', () => {
    const folder = newFolder();
    writeSite(folder, [{ path: 'a/index.html', text: 'a' }, { path: 'b.html', text: 'b' }]);
    writeFileSync(join(folder, 'own.html'), 'mine');
    const written = writeSite(folder, [{ path: 'b.html', text: 'new' }]);
    expect(written).toEqual({ ok: true, value: { files: 1, bytes: 3, removed: ['a/index.html'] } });
    expect(existsSync(join(folder, 'a/index.html'))).toBe(false);
    expect(readFileSync(join(folder, 'b.html'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'own.html'), 'utf8')).toBe('mine');
  });

  it('[WS-12] leaves a folder alone that holds something else', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'thesis.txt'), 'mine');
    expect(writeSite(folder, [{ path: 'b.html', text: 'b' }])).toEqual({ ok: false, error: { kind: 'foreign-folder', folder } });
    expect(existsSync(join(folder, 'b.html'))).toBe(false);
  });

  it('[WS-12] says what the system said where it cannot write, and goes on from a folder that is half written', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(writeSite(join(folder, 'file'), [])).toEqual({ ok: false, error: { kind: 'not-written', folder: join(folder, 'file'), code: 'ENOTDIR' } });
    const site = newFolder();
    const broken = writeSite(site, [{ path: 'a', text: 'a' }, { path: 'a/b', text: 'b' }]);
    expect(broken).toMatchObject({ ok: false, error: { kind: 'not-written' } });
    expect(writeSite(site, [{ path: 'c', text: 'c' }])).toMatchObject({ ok: true, value: { removed: ['a', 'a/b'] } });
    expect(existsSync(join(site, 'a'))).toBe(false);
  });

  it('[WS-12] is not led out of the folder by a list that somebody changed', () => {
    const [folder, other] = [newFolder(), newFolder()];
    writeFileSync(join(other, 'mine.txt'), 'mine');
    writeSite(folder, [{ path: 'b.html', text: 'b' }]);
    writeFileSync(join(folder, '.psoas-site'), `../${other.split('/').at(-1)}/mine.txt\n${other}/mine.txt\n`);
    writeSite(folder, [{ path: 'b.html', text: 'b' }]);
    expect(existsSync(join(other, 'mine.txt'))).toBe(true);
  });
});

describe('the command', () => {
  it('[WS-12] refuses what is no address', async () => {
    expect(await main(['--origin', 'example'])).toBe(2);
    expect(await main(['--app', 'javascript:alert(1)'])).toBe(2);
    expect(await main(['--nothing'])).toBe(2);
    expect(readAddress('https://example.org/library')).toEqual({ ok: true, value: 'https://example.org/library/' });
    expect(readAddress('https://example.org/?a=1').ok).toBe(false);
  });
});

describe('the pieces', () => {
  it('[WS-05] text from outside never becomes markup', () => {
    const text = `<script>"&'`;
    expect(html`<p title="${text}">${[text, undefined, 1]}</p>`.markup).toBe(
      `<p title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;1</p>`,
    );
  });

  it.each([
    ['', 'learn/', 'learn/'],
    ['', '', './'],
    ['exercises/dead-bug/', '', '../../'],
    ['exercises/dead-bug/', 'learn/sitting/', '../../learn/sitting/'],
  ])('[WS-06] from %j to %j: %s', (from, to, address) => expect(relativeLink(from)(to)).toBe(address));
});
