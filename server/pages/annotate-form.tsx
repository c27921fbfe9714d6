/** `/annotate`: the form. The same fields stand under an annotated text, to change it or to take it away in another format. */
import type { ComponentChildren } from 'preact';
import { LAYER_IDS, LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { READABLE_EXTENSIONS } from '../../src/node/readers.ts';
import type { Sample } from '../answers/samples.ts';
import { type AnnotateForm, CONFIDENCES } from '../schemas/annotate-form.ts';
import type { Services } from '../services.ts';
import { frameOf, Layout, renderPage } from './layout.tsx';

const CONFIDENCE_TITLES: Record<AnnotateForm['minConfidence'], string> = {
  '0.3': 'doubtful ones too (0.3)',
  '0.5': 'likely ones (0.5)',
  '0.8': 'sure ones only (0.8)',
};

export const NOT_STORED = 'Your text is processed in memory and not stored.';

/** Line break that the HTML parser drops after `<textarea>`: without it, one at the start of the text would go. */
const DROPPED = '\n';

interface TextFieldProps {
  name: string;
  /** Where several fields have one name. */
  id?: string;
  label: string;
  text: string;
  rows: number;
}

/** A box for a text. With a script, a file dropped on it is read into it. */
export function TextField({ name, id = name, label, text, rows }: TextFieldProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <textarea id={id} name={name} rows={rows} spellcheck={false} data-drop>
        {DROPPED + text}
      </textarea>
    </>
  );
}

export function FileField({ name, label, isMultiple = false }: { name: string; label: string; isMultiple?: boolean }) {
  return (
    <p>
      <label for={name}>{label}</label>{' '}
      <input id={name} name={name} type="file" accept={READABLE_EXTENSIONS.join(',')} multiple={isMultiple} />
    </p>
  );
}

function Options({ form }: { form: AnnotateForm }) {
  return (
    <fieldset>
      <legend>What to mark</legend>
      <label>
        Mentions:{' '}
        <select name="minConfidence">
          {CONFIDENCES.map((value) => (
            <option value={value} selected={value === form.minConfidence}>
              {CONFIDENCE_TITLES[value]}
            </option>
          ))}
        </select>
      </label>
      {LAYER_IDS.map((layer) => (
        <label>
          <input type="checkbox" name="layer" value={layer} checked={form.layer.includes(layer)} />{' '}
          {LAYER_TITLES[layer]}
        </label>
      ))}
    </fieldset>
  );
}

interface AnnotateFieldsProps {
  base: string;
  form: AnnotateForm;
  /** Id of the form, for buttons that stand elsewhere. */
  id: string;
  label: string;
  rows: number;
  children?: ComponentChildren;
}

export function AnnotateFields({ base, form, id, label, rows, children }: AnnotateFieldsProps) {
  return (
    <form id={id} class="annotate" action={`${base}/annotate`} method="post" enctype="multipart/form-data">
      <TextField name="text" label={label} text={form.text} rows={rows} />
      {form.name !== '' && <input type="hidden" name="name" value={form.name} />}
      {children}
      <Options form={form} />
      <p>
        <button type="submit">Annotate</button> <span>{NOT_STORED}</span>
      </p>
    </form>
  );
}

export function Fault({ fault }: { fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <p class="differs" role="alert">
      {fault}
    </p>
  );
}

interface FormPageProps {
  form: AnnotateForm;
  samples: readonly Sample[];
  /** What is wrong with what was sent. */
  fault?: string;
}

export function annotateFormPage(services: Services, { form, samples, fault }: FormPageProps): string {
  const frame = frameOf(services);
  const { base } = frame;
  return renderPage(
    <Layout frame={frame} title="Annotate a text · Tifa" current="annotate" scripts={['drop']}>
      <h1>Annotate a text</h1>
      <Fault fault={fault} />
      <AnnotateFields
        base={base}
        form={form}
        id="annotate"
        label="Paste a press release, in English or Chinese"
        rows={14}
      >
        <FileField
          name="file"
          label="Or choose or drop a file (Word, PDF, web page, Markdown, XLIFF, text); it is taken instead of what is in the box:"
        />
      </AnnotateFields>
      {samples.length > 0 && (
        <p>
          Nothing at hand? Take{' '}
          {samples.map(({ id, title }, i) => (
            <>
              {i > 0 && ' or '}
              <a href={`${base}/annotate?example=${id}`}>{title}</a>
            </>
          ))}
          , written for this project. Texts are set against each other on the page{' '}
          <a href={`${base}/compare`}>Compare</a>.
        </p>
      )}
    </Layout>,
  );
}
