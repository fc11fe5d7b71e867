/** What the values of a column look like, whatever its header says. */
export interface Kind {
  kind: string;
  /** 0 to 1: how sure values alone can make us; below every match of a header. */
  confidence: number;
  /** The share of the sample, 0 to 1, that looks like it. */
  share: number;
}

interface Rule {
  kind: string;
  confidence: number;
  /** The share of values that must fit, 0 to 1. */
  atLeast: number;
  fits: (value: string) => boolean;
}

/** The kind of a sample of values; null when they tell nothing, or when there are none. The first kind that fits wins. */
export function kindOf(sample: readonly string[]): Kind | null {
  const values = sample.map((value) => value.trim()).filter((value) => value !== '').slice(0, 100);
  if (values.length === 0) return null;
  for (const { kind, confidence, atLeast, fits } of rules) {
    const share = values.filter(fits).length / values.length;
    if (share >= atLeast && (kind !== 'key' || isKey(values))) return { kind, confidence, share };
  }
  return null;
}

const like = (pattern: RegExp): Rule['fits'] => (value) => pattern.test(value);

/** In order: what few other values look like comes first. */
const rules: Rule[] = [
  { kind: 'email', confidence: 0.8, atLeast: 0.8, fits: like(/^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.\p{L}{2,}$/u) },
  { kind: 'Salesforce person id', confidence: 0.8, atLeast: 0.95, fits: like(/^(003|00Q)[A-Za-z0-9]{12}([A-Z0-5]{3})?$/) },
  { kind: 'Salesforce account id', confidence: 0.8, atLeast: 0.95, fits: like(/^001[A-Za-z0-9]{12}([A-Z0-5]{3})?$/) },
  { kind: 'Salesforce opportunity id', confidence: 0.8, atLeast: 0.95, fits: like(/^006[A-Za-z0-9]{12}([A-Z0-5]{3})?$/) },
  { kind: 'Salesforce campaign id', confidence: 0.8, atLeast: 0.95, fits: like(/^701[A-Za-z0-9]{12}([A-Z0-5]{3})?$/) },
  { kind: 'web address', confidence: 0.7, atLeast: 0.9, fits: like(/^(https?:\/\/|www\.)[^\s/]+\.[^\s]+$/i) },
  { kind: 'domain', confidence: 0.7, atLeast: 0.9, fits: like(/^([\p{L}\p{N}-]{1,63}\.)+(com|net|org|io|ai|co|de|fr|es|it|nl|pl|pt|se|fi|uk|eu|us|ch|at|be|jp|br|in|au|ca|info|biz|edu|gov|test|example|dev|app|cloud)$/iu) },
  { kind: 'date', confidence: 0.6, atLeast: 0.9, fits: like(/^(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[ -]\p{L}{3,9}[ -]\d{4})([T ,].*)?$/u) },
  { kind: 'activity type', confidence: 0.6, atLeast: 0.6, fits: like(/^(email (opened|clicked|sent|delivered|bounced)|(open|click|send)(ed)? (email|link)|opened email|clicked (email|link)|visit(ed)? web ?page|page ?views?|web(site)? visit|(fill(ed)? out|submitted) form|form (submission|submitted|filled out|fill)|attended( (event|webinar))?|registered|webinar attended|interesting moment|link clicks?|unsubscribed?( email)?|email delivered|new lead)$/i) },
  { kind: 'stage', confidence: 0.6, atLeast: 0.6, fits: like(/^(prospecting|qualification|needs analysis|value proposition|id\. decision makers|perception analysis|proposal(\/price quote)?|negotiation(\/review)?|closed ?(won|lost)|won|lost|engaging|discovery|appointment scheduled|qualified to buy|presentation scheduled|decision maker bought-in|contract sent)$/i) },
  { kind: 'country', confidence: 0.6, atLeast: 0.9, fits: (value) => countries().has(value.toLowerCase()) },
  { kind: 'phone', confidence: 0.6, atLeast: 0.8, fits: (value) => /^(\+|\(|0)[\d\s()./-]{6,}(\s?(x|ext\.?)\s?\d+)?$/i.test(value) && /\D/.test(value) && !/^0\.\d+$/.test(value) },
  { kind: 'job title', confidence: 0.6, atLeast: 0.5, fits: like(/(^|[^\p{L}])(chief|c[etfmioprs]o|cmo|vp|svp|evp|vice president|president|director|directeur|directrice|direktor|direttore|manager|head of|leiter|leiterin|engineer|developer|analyst|consultant|specialist|coordinator|assistant|officer|executive|architect|administrator|geschäftsführer|vorstand|responsable|gerente|jefe|owner|founder|partner|intern|buyer|representative|supervisor|scientist|designer|accountant)([^\p{L}]|$)|部長|課長|社長|マネージャー/iu) },
  { kind: 'company name', confidence: 0.5, atLeast: 0.3, fits: like(/[\s,.](inc|llc|ltd|limited|gmbh|ag|kg|se|corp|corporation|company|co|group|holdings?|plc|s\.?a\.?|s\.?a\.?s|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|a\/s|sp\. z o\.o|ltda|pty|labs?|technologies|industries|solutions|systems)\.?$/iu) },
  { kind: 'person name', confidence: 0.5, atLeast: 0.7, fits: (value) => isName(value) },
  { kind: 'key', confidence: 0.3, atLeast: 1, fits: like(/^[A-Za-z]{0,4}[-_]?\d{1,18}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i) },
];

const isKey = (values: string[]): boolean => values.length > 1 && new Set(values).size === values.length;

const firstNames = new Set(
  ('james john robert michael william david richard thomas mark paul steven andrew kevin brian george peter daniel matthew anthony ' +
    'mary patricia jennifer linda elizabeth susan jessica sarah karen lisa nancy emily anna laura julia emma olivia sophie maria ' +
    'hans klaus jürgen stefan andreas markus christian thorsten sabine petra claudia monika heike lukas jonas felix lena ' +
    'jean pierre michel françois philippe nicolas julien marie camille isabelle claire sylvie chloé josé juan carlos luis javier ' +
    'carmen ana lucía marta giovanni marco luca giulia francesca paolo jan piet willem anneke sanne piotr krzysztof agnieszka ' +
    'katarzyna joão pedro lars erik sven ingrid astrid mika jukka kenji hiroshi yuki wei li ada alan grace max eva tom ben sam ' +
    'chris alex kate jane joe bob dan eve fay gus').split(' '),
);

/** Two to four capitalised words, the first a common first name in one of the languages read. */
function isName(value: string): boolean {
  const words = value.split(/\s+/);
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^[\p{Lu}][\p{L}'’.-]*$|^(de|van|von|der|da|la|di)$/u.test(word))) return false;
  return firstNames.has((words[0] ?? '').toLowerCase());
}

let countryNames: ReadonlySet<string> | null = null;

/** Country names in the languages read, and three-letter or customary short forms; two-letter codes may be states. */
function countries(): ReadonlySet<string> {
  if (countryNames) return countryNames;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'fi', 'ja'].flatMap((language) => {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => display.of(code)?.toLowerCase() ?? []);
  });
  countryNames = new Set([...names, 'usa', 'uk', 'u.s.', 'u.s.a.', 'england', 'scotland', 'wales', 'holland', 'czech republic', 'korea', 'great britain']);
  return countryNames;
}
