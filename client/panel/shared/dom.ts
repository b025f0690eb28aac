type Child = Node | string | undefined | false;

type Attributes = Readonly<Partial<Record<'class' | 'title' | `aria-${string}`, string>>>;

/** An element with children. Strings become text, never markup, so that labels of alerts can't inject any. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries<string | undefined>(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  for (const child of children) if (child !== undefined && child !== false) made.append(child);
  return made;
}

/** A button that does `press`. */
export function button(
  attributes: Attributes,
  press: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', attributes, ...children);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/** The element of the page with this id, which the page's skeleton has. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

/** A link to the web; VS Code opens it after asking. Anything but a web or mail address stays text. */
export function link(url: string, ...children: readonly Child[]): HTMLElement {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return element('span', { title: url }, ...children);
  const made = element('a', { title: url }, ...children);
  made.href = url;
  return made;
}
