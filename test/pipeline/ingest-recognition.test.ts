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
