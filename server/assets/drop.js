/** A file dropped on a box becomes the file of the form's file field beside it, so that the server reads it like a chosen one. */
function takeDrops(box) {
  const field = box.parentElement.querySelector('input[type=file]');
  if (!field) return;
  const over = (is) => (event) => {
    event.preventDefault();
    box.classList.toggle('over', is);
  };
  box.addEventListener('dragover', over(true));
  box.addEventListener('dragleave', over(false));
  box.addEventListener('drop', (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    field.focus();
  });
}

document.querySelectorAll('textarea[data-drop]').forEach(takeDrops);
