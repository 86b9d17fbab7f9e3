// The passkey button: asks the browser for a passkey and sends its answer with the form it stands in.

function credential(verb: string, options: unknown): Promise<Credential | null> {
  if (verb === 'create') {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  return navigator.credentials.get({ publicKey });
}

/** Takes over sending the form until the passkey has answered. `root` carries `data-verb` (get or create) and `data-options`. */
export function passkey(root: HTMLElement): void {
  const form = root.querySelector('form');
  const answer = root.querySelector<HTMLInputElement>('input[name="answer"]');
  const problem = root.querySelector<HTMLElement>('[role="alert"]');
  if (!form || !answer || !problem) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(root).then(
      (said) => {
        answer.value = said;
        form.submit(); // does not raise another submit event
      },
      () => {
        problem.textContent = root.dataset['unsupported'] ?? '';
        problem.hidden = false;
      },
    );
  });
}

async function ask(root: HTMLElement): Promise<string> {
  const { verb = '', options = '' } = root.dataset;
  const found = await credential(verb, JSON.parse(options));
  if (!found) throw new Error('no passkey');
  return JSON.stringify(found);
}
