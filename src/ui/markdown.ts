/**
 * Markdown as safe HTML: no scripts, no styles, no images or links that the page itself would follow; links open in a
 * new tab. The libraries are loaded on first use.
 */
export async function toHtml(markdown: string): Promise<string> {
  const [{ marked }, { default: purify }] = await Promise.all([import('marked'), import('dompurify')]);
  const html = await marked.parse(markdown, { gfm: true });
  const clean = purify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'img', 'picture', 'source', 'video', 'audio', 'iframe'],
    FORBID_ATTR: ['style', 'id', 'name'],
  });
  return clean.replaceAll('<a href="http', '<a target="_blank" rel="noopener noreferrer" href="http');
}
