import { describe, expect, test } from 'vitest';
import { aliases } from '../../src/pipeline/1-ingest/aliases';
import { entities, entityNames } from '../../src/pipeline/1-ingest/entities';
import { recognise } from '../../src/pipeline/1-ingest/recognise';

const headersOf = (line: string): string[] => line.split(',').map((header) => header.trim());

describe('a file is told by its headers, whatever its name', () => {
  test.each<[what: string, headers: string, entity: string, system: string]>([
    ['Salesforce accounts', 'Id,Name,ParentId,Type,Industry,AnnualRevenue,NumberOfEmployees,Website,BillingCity,BillingCountry,OwnerId,CreatedDate', 'account', 'Salesforce'],
    ['Salesforce contacts', 'Id,AccountId,Salutation,FirstName,LastName,Name,Title,Department,Email,Phone,LeadSource,MailingCountry,CreatedDate', 'person', 'Salesforce'],
    ['Salesforce leads', 'Id,FirstName,LastName,Company,Title,Email,Website,Status,LeadSource,Industry,IsConverted,ConvertedAccountId,ConvertedContactId,CreatedDate', 'person', 'Salesforce'],
    ['Salesforce opportunities', 'Id,AccountId,Name,StageName,Type,Amount,CloseDate,Probability,IsClosed,IsWon,ForecastCategory,CampaignId,LeadSource,CreatedDate', 'opportunity', 'Salesforce'],
    ['Salesforce contact roles', 'Id,OpportunityId,ContactId,Role,IsPrimary,CreatedDate', 'opportunity_contact', 'Salesforce'],
    ['Salesforce stage history', 'Id,OpportunityId,StageName,Amount,ExpectedRevenue,CloseDate,Probability,ForecastCategory,CreatedDate', 'stage_change', 'Salesforce'],
    ['Salesforce tasks', 'Id,WhoId,WhatId,AccountId,Subject,ActivityDate,Status,Type,TaskSubtype,CallType,IsClosed,OwnerId,CreatedDate', 'activity', 'Salesforce'],
    ['Salesforce campaign members', 'Id,CampaignId,LeadOrContactId,LeadId,ContactId,Status,HasResponded,FirstRespondedDate,CreatedDate', 'activity', 'Salesforce'],
    ['a Salesforce contact report', 'Account Name,Account ID,First Name,Last Name,Title,Email,Mailing State/Province,Contact ID', 'person', 'Salesforce'],
    ['a Salesforce opportunity report', 'Opportunity Name,Account Name,Stage,Amount,Close Date,Opportunity ID,Account ID,Created Date', 'opportunity', 'Salesforce'],
    ['a Salesforce contact role report', 'Opportunity ID,Contact ID,Contact Role ID,Role,Primary', 'opportunity_contact', 'Salesforce'],
    ['a Salesforce account report', 'Account Name,Account ID,Account Owner,Billing State/Province,Billing Country,Industry,Employees', 'account', 'Salesforce'],
    ['Marketo leads by REST name', 'id,email,firstName,lastName,company,title,leadScore,leadStatus,unsubscribed,numberOfEmployees,annualRevenue,createdAt,updatedAt', 'person', 'Marketo'],
    ['Marketo leads by label', 'Id,Email Address,First Name,Last Name,Company Name,Job Title,Lead Score,Unsubscribed,SFDC Contact Id', 'person', 'Marketo'],
    ['Marketo activities', 'marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue,attributes', 'activity', 'Marketo'],
    ['Marketo opportunity roles', 'id,mktoCdpOpptyId,leadId,role,isPrimary', 'opportunity_contact', 'Marketo'],
    ['Marketo program memberships', 'programId,leadId,statusName,reachedSuccess,reachedSuccessDate,membershipDate', 'activity', 'Marketo'],
    ['HubSpot companies', 'Record ID,Company name,Company Domain Name,Company owner,Industry,Number of Employees,Annual Revenue,City,Country/Region,Create Date', 'account', 'HubSpot'],
    ['HubSpot contacts', 'Record ID,First Name,Last Name,Email,Associated Company,Associated Company IDs,Job Title,Buying Role,Company Name,Industry,Annual Revenue,Lifecycle Stage', 'person', 'HubSpot'],
    ['HubSpot contacts in German', 'Datensatz-ID,Vorname,Nachname,E-Mail,Unternehmensname,Berufsbezeichnung,Kaufrolle', 'person', 'HubSpot'],
    ['HubSpot deals', 'Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner,Associated Contact IDs,Associated Company IDs', 'opportunity', 'HubSpot'],
    ['platform accounts', 'accountID,accountName,accountOrganization.industry,accountOrganization.numberOfEmployees,accountParentKey.sourceKey', 'account', 'Experience Platform'],
    ['platform relations', 'accountPersonID,accountID,personID,personRoles,isDirect', 'account_person', 'Experience Platform'],
    ['platform opportunities', 'opportunityID,opportunityName,opportunityStage,accountID,isClosed,isWon,opportunityAmount.amount,expectedCloseDate', 'opportunity', 'Experience Platform'],
    ['ad spend', 'Day,Platform,Campaign Name,Amount Spent,Impressions,Link Clicks', 'campaign_cost', 'Other'],
    ['a list of a trade fair', 'Name,Company,E-mail,Position', 'person', 'Other'],
    ['a target list', 'Company,Website,Industry,Country', 'account', 'Other'],
    ['a sales pipeline', 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value', 'opportunity', 'Other'],
    ['a product list', 'product,series,sales_price', 'product', 'Other'],
    ['Salesforce products', 'Id,Name,ProductCode,Description,IsActive,Family,CurrencyIsoCode,QuantityUnitOfMeasure,CreatedDate', 'product', 'Other'],
    ['HubSpot products', 'Record ID,Name,SKU,Unit price,Product description,Product type', 'product', 'Other'],
    ['sales accounts', 'account,sector,year_established,revenue,employees,office_location,subsidiary_of', 'account', 'Other'],
  ])('%s', (_, headers, entity, sourceSystem) => {
    expect(recognise(headersOf(headers), 'export.csv')).toMatchObject({ entity, sourceSystem });
  });

  test.each(entityNames)('our own columns of %s', (entity) => {
    const headers = Object.keys(entities[entity]);
    const found = recognise(headers, `${entity}.csv`);
    expect(found.entity).toBe(entity);
    expect(found.columns.map(({ columnName, confidence }) => [columnName, confidence])).toEqual(headers.map((header) => [header, 1]));
  });
});

test('case, accents, spaces, punctuation and __c do not matter', () => {
  const found = recognise(['EMAIL-ADDRESS', 'Job_Title', ' prenom ', 'MQL_Date__c', 'Company'], 'x.csv');
  expect(found.columns.map(({ columnName }) => columnName)).toEqual(['email', 'job_title', 'first_name', 'mql_at', 'company_name']);
});

test('every column says how sure it is, and why', () => {
  const [first, second] = recognise(['Email Address', 'Shoe size', 'Company'], 'x.csv').columns;
  expect(first).toMatchObject({ columnName: 'email', confidence: 0.95, reason: 'a known name for email' });
  expect(second).toMatchObject({ columnName: null, confidence: 0 });
});

test('what the user says of a file counts', () => {
  const found = recognise(['a', 'b', 'Email'], 'x.csv', { entity: 'person', columns: { a: 'job_title', Email: null, b: 'account_id' } });
  expect(found.columns.map(({ columnName }) => columnName)).toEqual(['job_title', 'account_id', null]);
});

test('no name stands for two columns of one kind of file', () => {
  for (const entity of entityNames) {
    const keys = aliases[entity].flatMap(({ names }) => names.map(({ key }) => key));
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
    expect({ entity, twice }).toEqual({ entity, twice: [] });
    expect(aliases[entity].map(({ column }) => column)).toEqual(Object.keys(entities[entity]));
  }
});

describe('more files by their headers', () => {
  test.each<[what: string, headers: string, entity: string, system: string]>([
    ['Marketo companies', 'id,company,externalCompanyId,industry,numberOfEmployees,annualRevenue,sicCode,website,mainPhone,billingCountry,mktoCdpParentOrgId', 'account', 'Marketo'],
    ['Marketo opportunities', 'id,externalOpportunityId,mktoCdpAccountOrgId,name,stage,type,amount,expectedRevenue,closeDate,probability,isClosed,isWon', 'opportunity', 'Marketo'],
    ['Marketo programs with costs', 'id,name,channel,cost,startDate,workspace', 'campaign_cost', 'Other'],
    ['Salesforce campaigns', 'Id,Name,ParentId,Type,Status,StartDate,EndDate,ActualCost,BudgetedCost,ExpectedRevenue,OwnerId', 'campaign_cost', 'Salesforce'],
    ['a Salesforce lead report', 'Lead ID,First Name,Last Name,Company / Account,Title,Email,Lead Status,Lead Source,Created Date', 'person', 'Other'],
    ['a Salesforce opportunity history report', 'Opportunity ID,Opportunity Owner,From Stage,To Stage,Last Modified Date,Amount', 'stage_change', 'Other'],
    ['a Salesforce campaign member report', 'Campaign ID,Campaign Name,Contact ID,Member Status,First Responded Date', 'activity', 'Other'],
    ['Pardot prospects', 'id,email,first_name,last_name,company,job_title,crm_contact_fid,crm_account_fid,opted_out', 'person', 'Pardot'],
    ['platform people', 'b2b.personKey.sourceKey,personComponents[0].sourceAccountKey.sourceKey,person.name.firstName,person.name.lastName,workEmail.address,extendedWorkDetails.jobTitle', 'person', 'Experience Platform'],
    ['platform events', 'personKey.sourceKey,timestamp,eventType,web.webPageDetails.URL,web.webPageDetails.name,directMarketing.mailingName', 'activity', 'Experience Platform'],
  ])('%s', (_, headers, entity, sourceSystem) => {
    expect(recognise(headersOf(headers), 'export.csv')).toMatchObject({ entity, sourceSystem });
  });

  test.each<[language: string, contacts: string, companies: string, deals: string]>([
    ['German', 'Vorname,Nachname,E-Mail,Jobbezeichnung', 'Name des Unternehmens,Website-URL,Mitarbeiterzahl', 'Deal-Name,Deal-Phase,Betrag,Abschlussdatum'],
    ['Spanish', 'Nombre,Apellidos,Correo,Cargo', 'Nombre de la empresa,URL del sitio web,Número de empleados', 'Nombre del negocio,Etapa del negocio,Importe,Fecha de cierre'],
    ['Finnish', 'Etunimi,Sukunimi,Sähköposti,Tehtävänimike', 'Yrityksen nimi,Verkkosivuston URL-osoite,Työntekijöiden määrä', 'Kaupan nimi,Kaupan vaihe,Summa,Sulkemispäivä'],
    ['French', 'Prénom,Nom,E-mail,Intitulé du poste', "Nom de l'entreprise,URL du site web,Nombre d'employés", 'Nom de la transaction,Phase de la transaction,Montant,Date de fermeture'],
    ['Italian', 'Nome,Cognome,E-mail,Qualifica', "Nome dell'azienda,URL sito web,Numero di dipendenti", 'Nome trattativa,Fase trattativa,Importo,Data di chiusura'],
    ['Japanese', '名,姓,Eメール,役職', '会社名,ウェブサイトURL,従業員数', '取引名,取引ステージ,金額,クローズ日'],
    ['Dutch', 'Voornaam,Achternaam,E-mail,Functie', 'Bedrijfsnaam,Website-URL,Aantal werknemers', 'Dealnaam,Dealfase,Bedrag,Sluitingsdatum'],
    ['Polish', 'Imię,Nazwisko,Adres e-mail,Stanowisko', 'Nazwa firmy,Adres URL witryny,Liczba pracowników', 'Nazwa transakcji,Etap transakcji,Kwota,Data zamknięcia'],
    ['Portuguese', 'Nome,Sobrenome,E-mail,Cargo', 'Nome da empresa,URL do site,Número de funcionários', 'Nome do negócio,Etapa do negócio,Valor,Data de fechamento'],
    ['Swedish', 'Förnamn,Efternamn,E-post,Befattning', 'Företagsnamn,Webbplats-URL,Antal anställda', 'Affärsnamn,Affärsfas,Belopp,Slutdatum'],
  ])('HubSpot in %s', (_, contacts, companies, deals) => {
    const ours = (line: string): (string | null)[] => {
      const { entity, columns } = recognise(headersOf(line), 'export.csv');
      return [entity, ...columns.map(({ columnName }) => columnName)];
    };
    expect(ours(contacts)).toEqual(['person', 'first_name', 'last_name', 'email', 'job_title']);
    expect(ours(companies)).toEqual(['account', 'account_name', 'website', 'employees']);
    expect(ours(deals)).toEqual(['opportunity', 'name', 'stage', 'amount', 'close_at']);
  });
});

describe('where headers say nothing, values do', () => {
  const people = [
    ['0035g00000AbCdEAAV', 'Ada Byron', 'VP Marketing', 'ada@acme.com', '+49 89 1234567', 'Germany', '2026-01-31'],
    ['0035g00000AbCdFAAV', 'Hans Meier', 'Head of Sales', 'hans@bolt.de', '+49 89 7654321', 'Deutschland', '2026-02-01'],
    ['0035g00000AbCdGAAV', 'Marie Curie', 'Data Engineer', 'marie@cern.fr', '(030) 555 1234', 'France', '2026-02-28'],
  ];
  test('a list of people without a word of ours', () => {
    const { entity, columns } = recognise(['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'], 'list.csv', {}, people);
    expect(entity).toBe('person');
    expect(columns.map(({ columnName }) => columnName)).toEqual(['person_id', 'full_name', 'job_title', 'email', 'phone', 'country', null]);
    for (const { columnName, confidence, reason } of columns.filter((each) => each.columnName !== null)) {
      expect([columnName, confidence < 0.9, reason.includes('a guess from the values')]).toEqual([columnName, true, true]);
    }
  });

  test('a log of activities', () => {
    const rows = [['ada@acme.com', '2026-01-31T10:00:00Z', 'Email Opened'], ['bob@acme.com', '2026-02-01T10:00:00Z', 'Visit Webpage']];
    const { entity, columns } = recognise(['wer', 'wann', 'was'], 'log.csv', {}, rows);
    expect([entity, ...columns.map(({ columnName }) => columnName)]).toEqual(['activity', 'person_id', 'occurred_at', 'activity_type']);
  });

  test('a column found by its header is not looked for elsewhere, nor are people beside the record', () => {
    const headers = ['Email', 'Company', 'Manager email', 'Other mail', 'Contact owner'];
    const rows = [['ada@acme.com', 'Acme', 'hans@acme.com', 'ada@home.com', 'Hans Meier'], ['bob@acme.com', 'Acme', 'eva@acme.com', 'bob@home.com', 'Eva Klein']];
    expect(recognise(headers, 'x.csv', {}, rows).columns.map(({ columnName }) => columnName)).toEqual(['email', 'company_name', null, null, null]);
  });

  test('an unknown header of a known file is guessed', () => {
    const rows = [['Ada', 'Byron', 'VP Marketing', 'ada@acme.com'], ['Hans', 'Meier', 'Head of Sales', 'hans@acme.com']];
    const { columns } = recognise(['First Name', 'Last Name', 'What they do', 'Reach them at'], 'x.csv', {}, rows);
    expect(columns.map(({ columnName, confidence }) => [columnName, confidence])).toEqual([['first_name', 0.95], ['last_name', 0.95], ['job_title', 0.6], ['email', 0.8]]);
  });

  test('a first line of values is told to be no header, so that no record is lost for one', () => {
    const [first = [], ...rows] = people;
    expect(() => recognise(first, 'list.csv', {}, rows)).toThrow(/no header line: its first line holds values like “0035/);
  });

  test('numbers and words alone tell nothing', () => {
    expect(() => recognise(['a', 'b'], 'x.csv', {}, [['1', 'red'], ['2', 'green']])).toThrow(/can't tell what x\.csv holds/);
  });
});
