/** The systems whose exports are known by their header names; anything else is `Other`. */
const marks: Record<string, string[]> = {
  // As the Data Loader and the reports spell them; case counts, for Marketo has the same words in another case.
  Salesforce: [
    'AccountId', 'FirstName', 'LastName', 'StageName', 'CloseDate', 'CreatedDate', 'IsWon', 'IsClosed', 'ContactId',
    'OpportunityId', 'MailingCountry', 'BillingCountry', 'NumberOfEmployees', 'AnnualRevenue', 'HasOptedOutOfEmail',
    'ConvertedContactId', 'ConvertedAccountId', 'LastModifiedDate', 'SystemModstamp', 'WhoId', 'WhatId', 'ActivityDate',
    'ParentId', 'OwnerId', 'LeadSource', 'IsPrimary', 'IsConverted', 'CampaignId', 'LeadOrContactId', 'FirstRespondedDate',
    'Account ID', 'Contact ID', 'Opportunity ID', 'Mailing Country', 'Billing State/Province', 'Billing Country',
    'who_id', 'what_id', 'stage_name', 'is_won', 'owner_id', 'system_modstamp', 'last_referenced_date', 'mailing_country', 'billing_country', 'forecast_category',
    'Contact Role ID', 'Email Opt Out', 'Account Owner', '18 Digit Account ID', 'Mailing State/Province', 'Opportunity Name',
  ],
  Marketo: [
    'marketoGUID', 'leadId', 'activityDate', 'activityTypeId', 'campaignId', 'primaryAttributeValueId',
    'primaryAttributeValue', 'attributes', 'firstName', 'lastName', 'leadScore', 'leadStatus', 'leadSource', 'unsubscribed',
    'numberOfEmployees', 'annualRevenue', 'sfdcContactId', 'sfdcLeadId', 'sfdcAccountId', 'sfdcType', 'contactCompany',
    'createdAt', 'updatedAt', 'externalOpportunityId', 'mktoCdpOpptyId', 'Num Employees', 'Marketo SFDC ID', 'Lead Score',
    'SFDC Contact Id', 'SFDC Account Id', 'Unsubscribed', 'programId', 'statusName', 'membershipDate', 'Acquisition Program',
    'Person Score', 'Email Address', 'lead_id', 'activity_type_id', 'primary_attribute_value', 'mktoCdpParentOrgId', 'externalCompanyId', 'mktoCdpAccountOrgId',
  ],
  HubSpot: [
    'Record ID', 'Associated Company', 'Associated Company IDs', 'Associated Contact', 'Associated Contact IDs',
    'Associated Deal', 'Associated Deal IDs', 'Contact owner', 'Company owner', 'Deal owner', 'Lifecycle Stage',
    'Company Domain Name', 'Deal Name', 'Deal Stage', 'Create Date', 'Country/Region', 'State/Region', 'Buying Role',
    'Became a Lead Date', 'Became a Marketing Qualified Lead Date', 'Original Source', 'Original Traffic Source',
    'Number of Form Submissions', 'Unsubscribed from all email', 'Record ID - Contact', 'Record ID - Company', 'Pipeline',
    'property_createdate', 'property_firstname', 'property_lastname', 'property_email', 'property_jobtitle', 'property_dealname', 'deal_pipeline_id', 'portal_id', 'email_campaign_id',
    'Datensatz-ID', 'Kaufrolle', 'Zugeordnetes Unternehmen', 'Deal-Phase', 'Deal-Name', 'ID de registro', 'Rol de compra', 'Empresa asociada', 'Nombre del negocio', 'Etapa del negocio',
    'Tietueen tunnus', 'Kaupan nimi', 'Kaupan vaihe', 'Rôle d\'achat', 'Entreprise associée', 'Nom de la transaction', 'Phase de la transaction', 'ID record', 'Ruolo di acquisto',
    'Azienda associata', 'Nome trattativa', 'Fase trattativa', 'レコードID', '取引名', '取引ステージ', 'Record-ID', 'Gekoppeld bedrijf', 'Dealnaam', 'Dealfase', 'Identyfikator rekordu', 'Powiązana firma',
    'Etap deala', 'ID do registro', 'Função de compra', 'Empresa associada', 'Nome do negócio', 'Etapa do negócio', 'Associerat företag', 'Köproll', 'Affärsnamn',
  ],
  Pardot: ['prospect_id', 'crm_contact_fid', 'crm_lead_fid', 'crm_account_fid', 'visitor_id', 'prospect_account_id', 'visitor_page_view_id'],
  'Experience Platform': [
    'accountKey.sourceKey', 'personKey.sourceKey', 'b2b.personKey.sourceKey', 'b2b.accountKey.sourceKey', 'eventType',
    'workEmail.address', 'person.name.firstName', 'person.name.lastName', 'extendedWorkDetails.jobTitle',
    'accountOrganization.industry', 'accountOrganization.numberOfEmployees', 'opportunityKey.sourceKey', 'opportunityStage',
    'accountID', 'personID', 'opportunityID',
    'personComponents[0].sourceAccountKey.sourceKey', 'opportunityAmount.amount', 'web.webPageDetails.URL',
    'web.webPageDetails.name', 'directMarketing.mailingName', 'extSourceSystemAudit.externalKey',
  ],
};

/** Which system wrote a file with these headers: the one with most of its own names, `Other` when none has two. */
export function systemOf(headers: readonly string[], fileName: string): string {
  const hint = fileName.toLowerCase();
  const counts = Object.entries(marks).map(([system, names]) => ({
    system,
    found: headers.filter((header) => names.includes(header.trim())).length + (hint.includes(system.toLowerCase()) ? 2 : 0),
  }));
  const best = counts.reduce((a, b) => (b.found > a.found ? b : a));
  return best.found >= 2 ? best.system : 'Other';
}
