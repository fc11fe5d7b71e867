/** Mail domains that say nothing about an employer. */
export const freeMailDomains = `
gmail.com, googlemail.com, yahoo.com, yahoo.co.uk, yahoo.co.jp, yahoo.co.in, yahoo.fr, yahoo.de, yahoo.es, yahoo.it, yahoo.ca,
yahoo.com.br, yahoo.com.au, yahoo.in, ymail.com, rocketmail.com, hotmail.com, hotmail.co.uk, hotmail.fr, hotmail.de, hotmail.es,
hotmail.it, hotmail.nl, hotmail.be, outlook.com, outlook.de, outlook.fr, outlook.es, outlook.it, live.com, live.co.uk, live.fr,
live.nl, live.de, live.it, live.ca, msn.com, passport.com, icloud.com, me.com, mac.com, aol.com, aol.de, aim.com, protonmail.com,
proton.me, pm.me, tutanota.com, tuta.io, gmx.com, gmx.de, gmx.net, gmx.at, gmx.ch, web.de, t-online.de, freenet.de, arcor.de,
mail.de, posteo.de, mailbox.org, email.de, online.de, orange.fr, wanadoo.fr, free.fr, laposte.net, sfr.fr, neuf.fr, bbox.fr,
libero.it, virgilio.it, tiscali.it, alice.it, tin.it, telefonica.net, terra.es, ziggo.nl, kpnmail.nl, planet.nl, xs4all.nl,
home.nl, telenet.be, skynet.be, bluewin.ch, hispeed.ch, btinternet.com, btopenworld.com, sky.com, virginmedia.com, ntlworld.com,
talktalk.net, blueyonder.co.uk, comcast.net, verizon.net, att.net, sbcglobal.net, bellsouth.net, cox.net, charter.net,
earthlink.net, juno.com, optonline.net, frontier.com, rogers.com, shaw.ca, sympatico.ca, bigpond.com, bigpond.net.au,
optusnet.com.au, xtra.co.nz, uol.com.br, bol.com.br, terra.com.br, ig.com.br, globo.com, qq.com, 163.com, 126.com, sina.com,
sohu.com, foxmail.com, yeah.net, naver.com, hanmail.net, daum.net, nate.com, docomo.ne.jp, ezweb.ne.jp, softbank.ne.jp,
rediffmail.com, mail.ru, yandex.ru, yandex.com, rambler.ru, bk.ru, inbox.ru, list.ru, ukr.net, wp.pl, o2.pl, onet.pl, interia.pl,
seznam.cz, centrum.cz, abv.bg, mail.com, email.com, usa.com, inbox.com, fastmail.com, fastmail.fm, hushmail.com, zoho.com,
hey.com, duck.com, mailinator.com, yopmail.com, guerrillamail.com, tempmail.com, 10minutemail.com, trashmail.com, example.com`;

/** Mailboxes that several people read: the same address does not make two records one person. */
export const sharedMailboxes = `
info, sales, support, contact, kontakt, contacto, contatti, office, hello, hi, admin, administrator, webmaster, postmaster,
hostmaster, marketing, press, presse, media, hr, jobs, careers, recruiting, recruitment, bewerbung, billing, invoice, invoices,
accounting, accounts, buchhaltung, rechnung, finance, purchasing, procurement, einkauf, achats, orders, order, bestellung, service,
kundenservice, customerservice, customercare, care, help, helpdesk, team, mail, email, post, enquiries, enquiry, inquiries, inquiry,
reception, empfang, accueil, events, event, webinar, newsletter, news, noreply, no-reply, donotreply, do-not-reply, privacy,
datenschutz, legal, compliance, security, abuse, it, edv, general, main, company, group, all, everyone, partners, partner, vertrieb,
secretariat, sekretariat, test`;

/** Words at the end of a company's name that do not tell it from another: legal forms, each part after punctuation is gone. */
export const companySuffixes = `
inc, incorporated, corp, corporation, co, company, companies, llc, llp, lp, ltd, limited, plc, pllc, pc, pbc, gmbh, ag, kg, kgaa,
ohg, gbr, ug, se, ev, mbh, haftungsbeschraenkt, haftungsbeschrankt, gesellschaft, sa, sas, sasu, sarl, eurl, snc, sca, scs, spa, srl,
sl, slu, sau, slp, nv, bv, vof, cv, bvba, sprl, oy, oyj, ab, asa, as, aps, kk, pty, pte, pvt, private, ltda, eireli, cia, sab, de,
sapi, rl, sp, z, zoo, oo, o, doo, ad, ead, ood, kft, zrt, nyrt, sro, as, sk, ooo, oao, zao, pao, tbk, pt, bhd, sdn, jsc, fze, fzco,
fzc, dmcc, wll, eg, egen, aktiengesellschaft, societe, anonyme`;

/** What people type where nothing is known; as a whole value it counts as empty. */
export const fillers = `
n/a, na, n.a., none, nil, null, unknown, unbekannt, inconnu, desconocido, not provided, [not provided], [[unknown]], unspecified,
not applicable, not available, tbd, tba, test, testing, test test, asdf, asdfgh, xxx, xx, x, abc, ., .., ..., -, --, ---, ?, ??, 0,
no title, no company, private, privat, individual, self, personal, other, -none-, --none--, keine, keine angabe, k.a., aucun,
undefined, nan, dummy, sample, foo, bar, anonymous, noname`;

/** Words of company names that are written in several ways, `written = meaning`; a meaning of nothing tells no company from another. */
export const companyWords = `
and =, und =, et =, y =, en =, e =, the =, der =, die =, das =, of =, for =, intl = international, int = international, internat = international,
tech = technology, techs = technology, technologie = technology, technologies = technology, mfg = manufacturing, manuf = manufacturing,
mgmt = management, mgt = management, svc = service, svcs = service, serv = service, grp = group, gruppe = group, groupe = group,
bros = brother, assoc = association, assn = association, univ = university, natl = national, nat = national, sys = system,
eng = engineering, engg = engineering, ind = industry, inds = industry, indl = industrial, comm = communication, comms = communication,
telecom = telecommunication, pharma = pharmaceutical, hldg = holding, hldgs = holding, ent = enterprise, fin = financial, ins = insurance,
prod = product, prods = product, sol = solution, sols = solution, dist = distribution, dev = development, lab = laboratory, labs = laboratory,
ctr = center, centre = center, hosp = hospital, inst = institute, dept = department, govt = government, st = saint`;
