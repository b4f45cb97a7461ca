/** HTML that is safe to put into a page. Only `html` makes it, and everything that `html` is given as text is escaped. */
export class Markup {
  private constructor(readonly text: string) {}

  static ofTemplate(text: string): Markup {
    return new Markup(text);
  }
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/** A template whose texts are escaped: html`<b>${name}</b>`. Lists are put one behind the other, `false` and `undefined` are nothing. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return Markup.ofTemplate(literals.map((literal, index) => literal + (index < parts.length ? write(parts[index]) : '')).join(''));
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(write).join('');
  return escape(String(part));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Also takes out what a page cannot hold, and what turns the direction of text: reviewed code is a stranger's. */
function escape(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what this is about
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"']/g, (character) => entities[character]!)
  );
}
