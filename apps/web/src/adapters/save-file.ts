/** Hands a file to the person, without any server. The pieces are joined by the browser, never in one text. */
export function saveFile(name: string, type: string, pieces: Iterable<BlobPart>): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download begins after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
