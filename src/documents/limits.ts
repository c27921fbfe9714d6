/** How large a document may be. Each limit keeps a hostile file from taking the memory or the time of the others. */
export const LIMITS = {
  /** Bytes of one file. */
  bytes: 64 * 1024 ** 2,
  /** UTF-16 units of a text view. */
  characters: 32 * 1024 ** 2,
  /** Elements inside one another in HTML and XML; block quotes and lists in Markdown. */
  depth: 1000,
  /** Entries of a zip container. */
  zipEntries: 10_000,
  /** Unpacked bytes of one part of a zip container, and of all parts that are read. */
  partBytes: 64 * 1024 ** 2,
  unpackedBytes: 128 * 1024 ** 2,
  /** Pages of a PDF. */
  pages: 3000,
} as const;
