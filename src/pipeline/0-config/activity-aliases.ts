import { activityChannels } from '../../playbook';
import { ownValue } from '../../util/own';

/** Our activity types, and what the systems call them (domain.md §1.5, §2.1, §2.3). */
const types: [type: string, names: string][] = [
  ['Attend Event', '104 attended, 104 attended on-demand, attended, attended event, event attended, attended webinar, webinar attended, attend webinar, attended on-demand, event.attended, campaign member attended, change status in progression attended, leadoperation.statusincampaignprogressionchanged attended'],
  ['Register for Event', '104 registered, registered, registered for event, event registered, event registration, webinar registration, register for webinar, rsvp, event.registered, campaign member registered, change status in progression registered, leadoperation.statusincampaignprogressionchanged registered'],
  ['Email Clicked', '11, click email, clicked email, email click, clicked link in email, marketing email clicked, directmarketing.emailclicked, 41, click sales email, sales email clicked, email link clicked'],
  ['Email Opened', '10, open email, opened email, email open, marketing email opened, directmarketing.emailopened, 40, open sales email, sales email opened'],
  ['Form Filled Out', '2, fill out form, filled out form, form fill, form filled, form submission, form submitted, submitted form, web.formfilledout, 131, fill out facebook lead ads form, 147, fill out linkedin lead gen form, linkedin lead gen form, lead gen form, download, downloaded, content download, asset download'],
  ['Interesting Moment', '46, had interesting moment, has interesting moment, leadoperation.interestingmoment'],
  ['Link Clicks', '3, click link, clicked link, link click, clicked link on web page, web.webinteraction.linkclicks, cta click, cta clicked, 132, click rtp call to action'],
  ['Page Views', '1, visit webpage, visit web page, visits web page, visited web page, visited webpage, page view, pageview, page viewed, web page visit, website visit, web visit, visited website, web.webpagedetails.pageviews'],
  ['Email Sent', '6, send email, was sent email, sent email, directmarketing.emailsent, 39, send sales email, sales email sent, email'],
  ['Email Delivered', '7, delivered, email delivered, marketing email delivered, directmarketing.emaildelivered'],
  ['Email Bounced', '8, 27, email bounced soft, email soft bounced, email hard bounced, bounced, email bounce, directmarketing.emailbounced, directmarketing.emailbouncedsoft'],
  ['Unsubscribed', '9, unsubscribe email, unsubscribe, unsubscribed from email, email unsubscribed, directmarketing.emailunsubscribed'],
  ['Ad Impression', 'ad impressions, impression, impressions, advertising.impressions, ad view, ad viewed, ad served'],
  ['Ad Clicked', 'ad click, ad clicks, advertising.clicks, clicked ad, sponsored click, paid click'],
  ['Chat', 'chat engaged, engaged with chatbot, chatbot, chatbot conversation, live chat, conversation, dialogue engaged, engaged with dialogue, engaged with an agent in dialogue'],
  ['Call', 'phone call, logged call, outbound call, inbound call, call logged, telephone'],
  ['Meeting', 'meeting booked, meeting scheduled, meeting held, logged meeting, demo, demo meeting, appointment, scheduled meeting in dialogue'],
  ['Other', ''],
];

/** Things that happen to a record rather than that a person does: known, so not reported as unknown, and never scored. */
const bookkeeping = `12, new lead, 13, change data value, 21, convert lead, 22, change score, 23, change owner, 24, add to list, 25,
remove from list, 26, sfdc activity, 32, merge leads, 34, add to opportunity, 35, remove from opportunity, 36, update opportunity, 37,
delete lead, 38, send alert, 42, add to sfdc campaign, 45, receive sales email, 101, change revenue stage, 104, change status in progression,
110, call webhook, 113, add to nurture, 114, change nurture track, 115, change nurture cadence, leadoperation.newlead,
leadoperation.convertlead, leadoperation.scorechanged, leadoperation.revenuestagechanged,
leadoperation.statusincampaignprogressionchanged, leadoperation.callwebhook, leadoperation.changeengagementcampaigncadence,
leadoperation.addtocampaign, leadoperation.changecampaignstream, leadoperation.mergeleads, listoperation.addtolist,
listoperation.removefromlist, opportunityevent.addtoopportunity, opportunityevent.removefromopportunity,
opportunityevent.opportunityupdated, campaign member, sent, responded, invited, no show, task, note, to do`;

/**
 * Rows of `config.activity_alias`: a source's type, or its type and status with a blank between, in lower case. What the
 * playbook says of a type counts before what ships with the app.
 */
export function activityAliases(chosen: Readonly<Record<string, string>> = {}): string[][] {
  const own = types.map(([type]) => [type.toLowerCase(), type]);
  const named = types.flatMap(([type, names]) => listOf(names).map((name) => [name, type]));
  const kept = listOf(bookkeeping).map((name) => [name, 'Other']);
  const told = Object.entries(chosen).map(([name, type]) => [name.trim().toLowerCase(), type]);
  const all = new Map([...kept, ...named, ...own, ...told].map(([name = '', type = '']) => [name, type]));
  return [...all].map(([name, type]) => [name, type, ownValue(activityChannels, type) ?? 'other']);
}

function listOf(names: string): string[] {
  return names.split(',').map((name) => name.trim().replace(/\s+/g, ' ')).filter((name) => name !== '');
}
