/**
 * What the library offers on Node beside the pure core: the compiled lexicon from disk, digests, the part-of-speech tagger, documents on
 * disk, the output of batches.
 */
export { decodeText, isEncoding } from './decode-text.ts';
export { sha256 } from './digest.ts';
export { DocumentError, type DocumentErrorCode } from './document-error.ts';
export { type FoundFile, findDocuments } from './find-documents.ts';
export { type DocumentLine, readDocumentLines } from './json-lines.ts';
export { loadDetector } from './load.ts';
export { loadLexicon } from './load-lexicon.ts';
export type { ManifestLine } from './manifest.ts';
export { OutputFolder, type OutputFolderOptions } from './output-folder.ts';
export { contentOf, type DocumentContent, readDocument, readStream } from './read-document.ts';
export { type DocumentReader, READABLE_EXTENSIONS, readerFor, type TextView } from './readers.ts';
export { winkTagger } from './wink-tagger.ts';
