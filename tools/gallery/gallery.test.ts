import { describe, expect, it } from 'vitest';
import { galleryPage, looks, pictureFile, type Look } from './gallery.ts';

const look: Look = { size: { width: 390, height: 844 }, colourScheme: 'dark' };

describe('looks', () => {
  it('are a phone and a desk, by day and by night', () => {
    expect(looks.map((each) => pictureFile('today', each))).toEqual([
      'today-390x844-light.png',
      'today-390x844-dark.png',
      'today-1280x800-light.png',
      'today-1280x800-dark.png',
    ]);
  });
});

describe('galleryPage', () => {
  it('shows the pictures by screen', () => {
    const page = galleryPage([
      { screen: 'welcome', look, file: 'a.png' },
      { screen: 'today', look, file: 'b.png' },
      { screen: 'welcome', look, file: 'c.png' },
    ]);
    expect(page.match(/<h2>\w+<\/h2>|src="\w\.png"/g)).toEqual([
      '<h2>welcome</h2>',
      'src="a.png"',
      'src="c.png"',
      '<h2>today</h2>',
      'src="b.png"',
    ]);
  });

  it('shows why a picture is missing, as text', () => {
    const page = galleryPage([{ screen: 'today', look, file: 'b.png', fault: 'no <h1>' }]);
    expect(page).toContain('no &lt;h1&gt;');
    expect(page).not.toContain('b.png');
  });
});
