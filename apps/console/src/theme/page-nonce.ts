/** That of this answer's styles: the policy for content lets in no others. */
export const PAGE_NONCE = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Gives the nonce to every style that code of this page makes. Most of antd asks for it; what it measures scroll bars
 * with does not, and would be refused.
 */
export function nonceAllStyles(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = PAGE_NONCE;
    return element;
  };
}
