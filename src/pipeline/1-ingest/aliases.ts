import { languageNames } from './aliases-languages';
import type { Entity } from './entities';

/**
 * What the systems call our columns: `column: name; name; …`, the best name first, which wins when a file has several.
 * Names are compared without case, spaces and punctuation; a column's own name always counts. Sources: domain.md §2.
 */
const names: Record<Entity, string> = {
  account: `
    account_id: Account Key Source Key; 18 Digit Account ID; Account ID; Id; Record ID; Record ID - Company; Company ID; Account Key; Company Record ID; Marketo Company Id; External Company Id; SFDC Account Id; Company Record Id; Mkto Org Id
    account_name: Account Name; Name; Company Name; Company; Account; Organization; Organisation; Organization Name; Unternehmen; Unternehmensname; Firma; Société; Nom de l'entreprise
    website: Website; Website URL; Account Organization Website; Company Website; Web Site; URL; Main Site
    domain: Company Domain Name; Domain; Web Domain; Email Domain; Domain Name; Company Domain
    industry: Industry; Account Organization Industry; Sector; Branche; Secteur d'activité
    employees: Number of Employees; Num Employees; Employees; Account Organization Number Of Employees; Employee Count; Headcount; Company Size; Anzahl der Mitarbeiter; Number Of Employees Range; Company Headcount
    annual_revenue: Annual Revenue; Account Organization Annual Revenue Amount; Revenue; Jahresumsatz
    currency: Currency ISO Code; Currency; Account Currency; Annual Revenue Currency
    country: Billing Country; Country; Country/Region; Account Billing Address Country; Account Physical Address Country; Shipping Country; Billing Country Code; Land; Pays; Office Location; Account Shipping Address Country
    region: Billing State/Province; Billing State; State/Region; State; Region; Account Billing Address State; Account Billing Address Region; State/Province; Province; Shipping State; Shipping State/Province; Bundesland; Billing State Code
    city: Billing City; City; Account Billing Address City; Shipping City; Stadt; Ville
    parent_account_id: Parent Id; Parent Account ID; Account Parent Key Source Key; Parent Company; Parent Account; Mkto Cdp Parent Org Id; Subsidiary Of; Parent Company ID; Parent Account Key
    account_type: Type; Account Type; Company Type; Customer Type
    is_competitor: Is Competitor; Competitor; Uses Competitor; Competitor Flag
    competitor_product: Competitor Product; Competitive Product; Competing Product; Incumbent
    owner: Account Owner; Owner; Company owner; Owner Name; Owner Id; Account Owner ID; Sales Rep
    created_at: Created Date; Create Date; Created At; Date Created; Created On; External Created Date
    source_system: Source System; Account Source Type`,
  person: `
    person_id: Person Key Source Key; B2B Person Key Source Key; Person Components Source Person Key Source Key; 18 Digit Contact ID; Contact ID; Lead ID; Id; Record ID; Record ID - Contact; Person ID; Marketo ID; Marketo Person Id; Member ID; Prospect ID; Contact Key; Lead Key; Marketo Lead ID; Vid; Contact Vid
    external_id: Source External Key Source Key; Person Components Source External Key Source Key; Person Components Source Converted Contact Key Source Key; B2B Converted Contact Key Source Key; Ext Source System Audit External Key Source Key; Ext Source System Audit External Key; SFDC Contact Id; SFDC Contact ID; Converted Contact ID; Salesforce Contact ID; SFDC Lead Id; Salesforce Lead ID; CRM ID; CRM Contact ID; External ID; CRM Contact Fid; CRM Lead Fid; External Key
    account_id: Person Components Source Account Key Source Key; B2B Account Key Source Key; Account Key Source Key; B2B Matched Account Account Key Source Key; Source Account Key; Account ID; SFDC Account Id; Converted Account ID; Associated Company IDs; Associated Company ID; Company ID; Contact Company; Account Key; Salesforce Account ID; Prospect Account Id; CRM Account Fid; Marketo Company Id; Matched Account Account Key Source Key
    company_name: Account Name; Company Name; B2B Company Name; Company; Associated Company; Primary Associated Company; Company / Account; Account; Employer; Organization; Unternehmensname; Unternehmen; Firma; Nom de l'entreprise
    website: Website; B2B Company Website; Website URL; Company Website; Company Domain Name; Company Domain
    first_name: First Name; Person Name First Name; Given Name; Forename; Vorname; Prénom; Nombre
    last_name: Last Name; Person Name Last Name; Surname; Family Name; Nachname; Nom; Nom de famille; Apellido; Apellidos
    full_name: Full Name; Name; Person Name Full Name; Contact Name; Lead Name; Contact; Display Name
    email: Email Address; Email; Work Email Address; Person Components Work Email Address; Work Email; E-Mail; E-Mail-Adresse; Email Id; Business Email; Contact Email; Adresse e-mail; Correo electrónico
    phone: Phone; Phone Number; Work Phone Number; Business Phone; Work Phone; Mobile; Mobile Phone; Mobile Phone Number; Telefon; Telefonnummer; Téléphone
    job_title: Job Title; Title; Extended Work Details Job Title; Position; Jobtitle; Role Title; Berufsbezeichnung; Jobbezeichnung; Intitulé du poste; Poste; Cargo
    department: Department; Extended Work Details Departments; Job Function; Abteilung
    given_seniority: Seniority; Seniority Level; Job Level; Management Level; Employment Seniority; Job Seniority
    given_role: Buying Role; Buying Group Role; Contact Role; Role in Buying Group; Buyer Role; Kaufrolle
    country: Mailing Country; Country; Country/Region; Work Address Country; Inferred Country; IP Country; Mailing Country Code; Land; Pays
    region: Mailing State; Mailing State/Province; State/Region; State; State/Province; Region; Work Address State; Inferred State Region; Bundesland; Mailing State Code; State Code
    city: Mailing City; City; Work Address City; Inferred City; Stadt; Ville
    lead_source: Lead Source; Original Source; Original Traffic Source; B2B Person Source; Person Source; Source
    lead_status: Lead Status; Status; B2B Person Status; Person Status; Contact Status
    person_score: Lead Score; Person Score; B2B Person Score; HubSpot Score; Score; Contact Score
    is_opted_out: Email Opt Out; Has Opted Out Of Email; Unsubscribed; Unsubscribed from all email; Consents Marketing Email Val; Opted Out; Do Not Email; Email Opted Out; Is Do Not Email; Do Not Email Me; Unsubscribed Email
    lead_at: Became a Lead Date; Lead Date; Date Became Lead; Lead At
    mql_at: Became a Marketing Qualified Lead Date; MQL Date; Marketing Qualified Date; Date MQL; Date Became MQL; Became MQL
    sal_at: SAL Date; Sales Accepted Date; Became a Sales Accepted Lead Date; Date SAL; Date Became SAL
    sql_at: Became a Sales Qualified Lead Date; SQL Date; Sales Qualified Date; Date SQL; Date Became SQL; Became SQL
    opportunity_at: Became an Opportunity Date; Opportunity Date; Date Became Opportunity
    customer_at: Became a Customer Date; Customer Date; Date Became Customer
    created_at: Created Date; Create Date; Created At; Date Created; Created On; Ext Source System Audit Created Date
    updated_at: Last Modified Date; Updated At; Last Updated; Modified Date; Last Modified; Updated Date; Ext Source System Audit Last Updated Date
    source_system: Source System; Person Source Type`,
  account_person: `
    account_id: Account Key Source Key; Account ID; Company ID; Record ID - Company
    person_id: Person Key Source Key; Contact ID; Person ID; Lead ID; Record ID - Contact
    is_direct: Is Direct; Direct
    roles: Person Roles; Roles; Person Role; Role
    match_score: Matched Account Matching Score; Match Score; Matching Score`,
  activity: `
    person_id: Person Key Source Key; Lead ID; Contact ID; Person ID; Who ID; Lead Or Contact ID; Record ID - Contact; Marketo Person Id; Associated Contact IDs; Associated Contact ID; Member ID; Email; Email Address; Recipient; Prospect ID; Marketo Lead ID; Contact; Lead
    account_id: Account Key Source Key; Account ID; Company ID; Associated Company IDs; Record ID - Company; Related To ID
    occurred_at: Activity Date Time; Activity Date/Time; Start Date Time; Activity Date; Timestamp; Occurred At; Event Date; Event Time; Activity Time; Activity Date/Time; Activity Date Time; First Responded Date; Membership Date; Date; Occurred; Due Date; Created Date; Create Date; Time; Created; Created At; Start Date; Reached Success Date; Updated At
    activity_type: Type Name; Activity Type ID; Event Type; Activity Type; Type; Task Subtype; Activity; Event; Event Name; Action; Engagement Type; Event Subtype; Interaction Type
    status: Status; Member Status; Status Name; New Status; Program Status; Response Status; Progression Status; Progression Status Name
    asset: Primary Attribute Value; Asset; Asset Name; Mailing Name; Direct Marketing Mailing Name; Web Page Details Name; Web Web Page Details Name; Subject; Program Name; Campaign Name; Form Name; Web Fill Out Form Web Form Name; Lead Operation Interesting Moment Description; Page Title; Content; Activity Detail; Title; Details; Campaign; Program
    url: URL; Page URL; Web Web Page Details URL; Web Page Details URL; Direct Marketing Link URL; Web Web Interaction Link URL; Web Page URL; Link URL; Link; Webpage; Referrer URL
    campaign_id: Campaign ID; Program ID; Lead Operation Campaign Progression Campaign Key Source Key; Campaign Key; Email Campaign ID
    platform: Platform; Ad Platform; Ad Network; Channel Platform; Network
    source_system: Source System`,
  opportunity: `
    opportunity_id: Opportunity Key Source Key; 18 Digit Opportunity ID; Opportunity ID; External Opportunity Id; Id; Record ID; Deal ID; Record ID - Deal; Opportunity Key
    account_id: Account Key Source Key; Account ID; Associated Company IDs; Associated Company ID; Mkto Cdp Account Org Id; Company ID; Record ID - Company; Account Key; Account Name; Account; Associated Company; Company Name; Marketo Company Id; Prospect Account Id
    name: Opportunity Name; Deal Name; Name; Opportunity; Deal
    stage: Stage Name; Stage; Deal Stage; Opportunity Stage; Dealphase; Phase de la transaction; Deal Pipeline Stage Id; Deal Stage ID
    amount: Amount; Opportunity Amount Amount; Deal Amount; Opportunity Amount; Close Value; Value; Amount in company currency; Betrag; Montant
    currency: Currency ISO Code; Currency; Amount Currency; Opportunity Currency; Deal Currency
    is_closed: Is Closed; Closed; Is Deal Closed?; Is Deal Closed
    is_won: Is Won; Won; Is Closed Won; Is closed won?
    created_at: Created Date; Create Date; Created At; Engage Date; Open Date; Date Created; External Created Date
    close_at: Close Date; Expected Close Date; Actual Close Date; Closed Date; Closed At; Abschlussdatum; Date de fermeture
    lead_source: Lead Source; Original Traffic Source; Original Source; Opportunity Source
    solution_interest: Solution Interest; Solution; Product Interest; Product; Product Line; Product Family; Primary Product; Business Line
    contact_ids: Associated Contact IDs; Associated Contact ID; Contact IDs; Contact ID; Record ID - Contact; Primary Contact ID
    source_system: Source System`,
  opportunity_contact: `
    opportunity_id: Opportunity Key Source Key; Opportunity ID; Mkto Cdp Oppty Id; Deal ID; Record ID - Deal; External Opportunity Id
    person_id: Person Key Source Key; Contact ID; Lead ID; Person ID; Record ID - Contact; Prospect ID; Marketo Lead ID
    role: Role; Contact Role; Person Role; Buying Role; Opportunity Contact Role; Association Label
    is_primary: Is Primary; Primary
    created_at: Created Date; Created At; Create Date; Date Added; Added At`,
  stage_change: `
    opportunity_id: Opportunity ID; Opportunity Key Source Key; Deal ID; Record ID - Deal
    account_id: Account ID; Account Key Source Key; Company ID
    solution_interest: Solution Interest; Solution; Product
    from_stage: From Stage; Old Stage; Previous Stage; Old Value; From
    to_stage: To Stage; New Stage; Stage Name; Stage; New Value; To; Value
    changed_at: Changed At; Created Date; Change Date; Last Stage Change Date; Date; Modified Date; Entered At; Timestamp; Date Entered; Edit Date; Last Modified; Last Modified Date; Stage Change Date; Stage Entered Date`,
  campaign_cost: `
    platform: Platform; Ad Platform; Ad Network; Channel; Network; Source; Publisher; Channel Name
    campaign_id: Campaign ID; Campaign Key; Program ID; Id; 18 Digit Campaign ID
    campaign: Campaign Name; Campaign; Program Name; Campaign Group Name; Name
    day: Day; Date; Start Date (in UTC); Start Date; Reporting Starts; Period; Month
    spend: Spend; Cost; Actual Cost; Total Spent; Amount Spent; Media Spend; Ad Spend; Actual Cost Amount; Actual Cost Amount; Actual Cost in Campaign; Program Cost; Costs; Period Cost
    currency: Currency; Currency Code; Currency ISO Code
    impressions: Impressions; Impr.; Impr
    clicks: Clicks; Link Clicks; Clicks (all)`,
  product: `
    product_id: Product ID; 18 Digit Product ID; Id; Record ID; Product Code; SKU; Stock Keeping Unit; Item Number; Artikelnummer
    product_name: Product Name; Product; Name; Product Title; Item Name; Item; Solution; Solution Interest; Produkt; Produktname; Produit; Producto
    family: Product Family; Family; Series; Product Series; Product Line; Product Category; Product Group; Category; Business Line
    price: List Price; Unit Price; Sales Price; Standard Price; Price; Default Price; Selling Price; Preis; Prix; Precio
    currency: Currency ISO Code; Currency; Price Currency; Currency Code
    source_system: Source System`,
  membership_override: `
    account_id: Account ID; Account Key Source Key; Account Name; Account; Company
    solution_interest: Solution Interest; Solution; Buying Group
    person_id: Person ID; Contact ID; Person Key Source Key; Lead ID
    email: Email; Email Address
    role: Role; Buying Group Role; Seat
    action: Action; Change; Operation
    made_by: Made By; Source; Changed By; Added By
    made_at: Made At; Date; Changed At; Timestamp; Created Date
    note: Note; Comment; Why`,
};

/** A column's known names in order of preference; `key` is the name as it is compared. */
export interface Alias {
  column: string;
  names: { name: string; key: string }[];
}

export const aliases: Record<Entity, Alias[]> = Object.fromEntries(
  Object.entries(names).map(([entity, text]) => {
    const further = linesOf(languageNames[entity as Entity] ?? ''); // Object.entries forgets which keys.
    return [entity, [...linesOf(text)].map(([column, list]) => toAlias(column, [...list, ...(further.get(column) ?? [])]))];
  }),
) as Record<Entity, Alias[]>; // Object.fromEntries forgets which keys

/** How header names are compared: no case, accents, spaces or punctuation, and no `__c` of a Salesforce custom field. */
export function headerKey(header: string): string {
  return header
    .replace(/^property_/i, '')
    .replace(/_+c$/i, '')
    .replace(/\[\d*\]/g, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** `column: name; name` lines as lists of names by column. */
function linesOf(text: string): Map<string, string[]> {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return new Map(lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).split(';').map((name) => name.trim())];
  }));
}

function toAlias(column: string, known: readonly string[]): Alias {
  const spellings = new Map([[headerKey(column), column]]);
  for (const name of known) {
    // Of several spellings the first is the one reported, but never our own name before the system's.
    const key = headerKey(name);
    if ((spellings.get(key) ?? column) === column) spellings.set(key, name);
  }
  return { column, names: [...spellings].map(([key, name]) => ({ name, key })) };
}
