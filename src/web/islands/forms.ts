// Forms: photographs are made smaller in the browser, which also drops where they were taken; a form sent without a connection keeps what was typed.

const LONGEST_SIDE = 1600;

async function smaller(file: File): Promise<File> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob && blob.size < file.size ? new File([blob], 'photograph.jpg', { type: 'image/jpeg' }) : file;
}

function resizeOnChoice(input: HTMLInputElement): void {
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (!file) return;
    const made = await smaller(file).catch(() => file); // the server judges it again in any case
    const transfer = new DataTransfer();
    transfer.items.add(made);
    input.files = transfer.files;
  });
}

function keepWhenOffline(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    const said =
      form.querySelector('.offline') ?? form.appendChild(Object.assign(document.createElement('p'), { className: 'offline danger' }));
    said.setAttribute('role', 'alert');
    said.textContent = document.body.dataset['offline'] ?? ''; // said once a page: a list holds a form in every line
  });
}

export function enhanceForms(root: Document): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[type=file][data-resize]')) resizeOnChoice(input);
  for (const form of root.querySelectorAll<HTMLFormElement>('form[method=post]')) keepWhenOffline(form);
}
