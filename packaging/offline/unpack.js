// In the one-file page: gives the files of the product, which stand in the page as base64, addresses of their own.
{
  const files = {};
  for (const block of document.querySelectorAll('script[data-file]')) {
    const bytes = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
    files[block.dataset.file] = URL.createObjectURL(new Blob([bytes], { type: block.dataset.type }));
    block.remove();
  }
  globalThis.clusterReadyFiles = files;
}
