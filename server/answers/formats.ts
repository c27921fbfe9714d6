/** The forms in which an annotated document is given away. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { formatHtmlPage } from '../../src/formats/html-page.ts';
import { formatMentionCsv } from '../../src/formats/mention-csv.ts';
import { toWebAnnotations, WEB_ANNOTATION_TYPE } from '../../src/formats/web-annotation.ts';
import type { DOWNLOADS } from '../schemas/annotate-form.ts';

export interface DownloadFormat {
  title: string;
  contentType: string;
  extension: string;
  write(result: AnnotateResult, text: string): string;
}

export const DOWNLOAD_FORMATS: Record<(typeof DOWNLOADS)[number], DownloadFormat> = {
  json: {
    title: 'JSON',
    contentType: 'application/json',
    extension: 'json',
    write: (result) => `${JSON.stringify(result, null, 2)}\n`,
  },
  csv: { title: 'CSV', contentType: 'text/csv', extension: 'csv', write: formatMentionCsv },
  html: { title: 'HTML', contentType: 'text/html', extension: 'html', write: formatHtmlPage },
  webanno: {
    title: 'Web Annotation',
    contentType: WEB_ANNOTATION_TYPE,
    extension: 'jsonld',
    write: (result, text) => `${JSON.stringify(toWebAnnotations(result, text), null, 2)}\n`,
  },
};

/** Name of a download, after the file that was annotated. */
export function downloadName(source: string, { extension }: DownloadFormat): string {
  const stem = source.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return `${stem === '' ? 'annotated' : `${stem}.annotated`}.${extension}`;
}
