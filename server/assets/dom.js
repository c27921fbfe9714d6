/** What the scripts of the pages share. */

/** Path of the site, before every address. */
export const base = (document.querySelector('link[rel="service-desc"]')?.getAttribute('href') ?? '').replace(
  /\/openapi\.json$/,
  '',
);

/** An element with attributes and children; text is never read as markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The JSON at a path below the site’s base; rejects for any status but 2xx. */
export const json = async (path, options) => {
  const response = await fetch(base + path, options);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
};
