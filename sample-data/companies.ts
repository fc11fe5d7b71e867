/**
 * The names of companies that do not exist, under `.example` domains, which nobody can own (RFC 2606).
 * Name number n is always the same, and no two share a name or a domain.
 */
export function companyName(number: number): { name: string; host: string } {
  const slot = (number * STEP) % (BEGINNINGS.length * TRADES.length);
  const round = Math.floor(number / (BEGINNINGS.length * TRADES.length));
  const beginning = BEGINNINGS[slot % BEGINNINGS.length] ?? '';
  const [trade = ''] = TRADES[Math.floor(slot / BEGINNINGS.length)] ?? [];
  const place = round === 0 ? '' : `${PLACES[(round - 1) % PLACES.length] ?? ''} `;
  const name = `${place}${beginning} ${trade}`;
  return { name, host: name.toLowerCase().replace(/ & | /g, '-').replace(/[^a-z-]/g, '') };
}

/** The industry that goes with a company's name. */
export function industryOf(name: string): string {
  return TRADES.find(([trade]) => name.endsWith(` ${trade}`))?.[1] ?? 'Other';
}

/** Shares no factor with the number of names, so that every name comes up once in a round. */
const STEP = 1237;

const BEGINNINGS = `Alder Amber Arden Aspen Atlas Aurora Beacon Birch Blue_Harbor Bright Calder Canyon Cedar Cobalt Copper Coral Crest
Delta Dorado Drake Eagle Echo Eiger Elm Ember Falcon Fern Fjord Forge Fox Glen Granite Grove Halden Harbor Haven Hawthorn Hazel Helix Heron
Hudson Indigo Iris Ivory Jasper Juniper Keel Kestrel Kite Lark Laurel Linden Lunar Lynx Magnolia Maple Marlow Meridian Mesa Mistral Monarch
Moss Nimbus Noble North_Star Nova Oak Ocean Onyx Opal Orchard Osprey Otter Palisade Pearl Pine Pioneer Plover Prairie Quartz Quill Raven
Redwood Ridge River Rowan Sable Saffron Sage Selkirk Sierra Silver Solstice Sparrow Spruce Sterling Summit Swift Tamarack Tern Thistle Timber
Topaz Trident Umber Vale Vector Vega Verdant Vista Walnut Willow Wren Yarrow Zenith Zephyr`
  .split(/\s+/)
  .map((word) => word.replaceAll('_', ' '));

const TRADES: readonly (readonly [trade: string, industry: string])[] = [
  ['Software', 'Technology'], ['Systems', 'Technology'], ['Analytics', 'Technology'], ['Networks', 'Technology'], ['Cloud', 'Technology'],
  ['Foods', 'Consumer Goods'], ['Brands', 'Consumer Goods'], ['Apparel', 'Consumer Goods'],
  ['Stores', 'Retail'], ['Markets', 'Retail'], ['Outfitters', 'Retail'],
  ['Bank', 'Financial Services'], ['Capital', 'Financial Services'], ['Insurance', 'Financial Services'], ['Payments', 'Financial Services'],
  ['Machines', 'Manufacturing'], ['Motors', 'Manufacturing'], ['Tools', 'Manufacturing'], ['Plastics & Coatings', 'Manufacturing'], ['Instruments', 'Manufacturing'],
  ['Health', 'Healthcare'], ['Pharma', 'Healthcare'], ['Diagnostics', 'Healthcare'],
  ['Energy', 'Energy'], ['Power', 'Energy'], ['Solar', 'Energy'],
  ['Freight', 'Transportation'], ['Shipping', 'Transportation'], ['Airways', 'Transportation'],
  ['Media', 'Media'], ['Studios', 'Media'], ['Publishing', 'Media'],
  ['Telecom', 'Telecommunications'], ['Consulting', 'Professional Services'], ['Advisory', 'Professional Services'], ['Hotels', 'Hospitality'],
  ['Seeds', 'Agriculture'], ['Farms', 'Agriculture'],
];

const PLACES = `Boston Dublin Leeds Vienna Basel Lyon Turin Utrecht Bilbao Porto Oslo Austin Denver Perth Osaka Busan Zagreb Riga Ghent Bergen
Malmo Turku Aarhus Lucerne Salzburg Graz Verona Parma Nice Reims Toledo Cadiz York Bath Cork Galway Tampa Reno Tulsa Salem`.split(/\s+/);
