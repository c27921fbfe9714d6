/** Words that numbers count in ordinary text: what they count is no slogan. */

/** Units, times, people, things of business news, in the singular; a plural is compared without its s. */
export const ORDINARY_HEADS = new Set(
  (
    'year month week day hour minute second decade century time quarter season weekend night morning ' +
    'percent percentage point degree meter metre kilometer kilometre mile foot inch acre hectare mu ton tonne kilogram gram pound liter litre barrel watt megawatt gigawatt kilowatt unit ' +
    'dollar yuan euro rmb cent share stock bond loan deal contract order sale million billion trillion thousand hundred dozen ' +
    'people person man woman child student teacher worker employee member official expert leader journalist farmer resident family household team player patient doctor soldier victim author ' +
    'country nation state province city county town village district region place site location side part area ' +
    'company firm enterprise bank factory plant mine project school university hospital hotel store shop office department agency unit branch subsidiary group party court committee ' +
    'car vehicle train plane flight ship boat aircraft engine reactor line station port road bridge building house room floor door window tower turbine furnace machine ' +
    'product item piece copy book page word letter chapter article section clause paragraph table figure chart photo picture song film movie game match goal medal ' +
    'case issue question problem example instance reason way thing step stage phase round session meeting conference event visit trip test study report paper patent award prize ' +
    'animal dog cat horse bird tree color colour size type kind sort category class level layer degree option choice half third fifth tenth ' +
    'aspect perspective factor element reason point angle dimension front respect sense principle rule law shilling penny minister senator lawmaker deputy delegate candidate shadow sector category field term measure method channel stop language sentence step factor facet date event attempt time ' +
    'side hand leg eye arm head brother sister son daughter parent wife friend partner star world continent ocean sea major other different more additional new consecutive separate main key'
  ).split(' '),
);

/** What stands before a number that is a rank, a place in a document, money or a date. */
export const RANKED =
  /(?:\b(?:top|section|article|chapter|clause|no|nos|number|phase|part|figure|table|page|vol|volume|grade|class|level|route|highway|flight|boeing|airbus|title|form|rule|schedule|annex|appendix|group|pool|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)\.?\s*|[$€£¥#@]\s*|[\d.,/-])$/i;

/** Heads made of words that are no nouns: haves, nots, establishes, comprehensives. */
const NOMINALISED = new Set(
  'haves havenots nots dos donts musts firsts mores betters bests ups downs ins outs alls selfs nos goods strongs highs lows fasts lives dares nevers alwayses represents establishes upholds stricts earnests honests comprehensives unswervings confidences consciousnesses firms persists insists adheres safeguards integrates combines clarifies surpasses enters serves respects loves hates obeys'.split(
    ' ',
  ),
);
const NOMINALISED_ENDING = /(?:[^l]izes|ises|ifies|ives|ables|ibles|fuls|lesses|izations|isations|nesses|ings)$/;

/** Whether a folded head looks like a verb or an adjective that was made a noun. */
export const isNominalised = (head: string): boolean =>
  NOMINALISED.has(head) ||
  (head.length > 5 &&
    NOMINALISED_ENDING.test(head) &&
    !/(?:things|buildings|meetings|savings|earnings|holdings|rings|kings|wings|listings|filings|ratings|findings|drawings|paintings|archives|lives|wives|knives|executives|representatives|natives|detectives|relatives|locomotives|vegetables)$/.test(
      head,
    ));

/** What a quoted or capitalised phrase is when it is no coinage: titles, speech, names of works. */
/** Last words of laws, reports and works: their titles are quoted and in capitals, and are no coinages. */
export const TITLE_END =
  /\b(?:Act|Report|Agreement|Accord|Accords|Treaty|Statement|Paper|Papers|Law|Bill|Commission|Committee|Journal|Times|News|Post|Daily|Book|Song|Symphony|Convention|Protocol|Charter|Declaration|Ltd|Inc|Party|Office|Department|Bureau|Store|Science|Network)$/;

export const NO_COINAGE =
  /^(?:the|a|an|i|we|you|he|she|it|they|this|that|these|those|if|when|what|why|how|who|where|there|no|yes|is|are|was|do|does|our|my|your|his|her|their|in|on|at|for|to|from|with|as|but|so|not)\b/i;
