import type { Language } from './titles';

export type CountryCode = 'US' | 'GB' | 'DE' | 'FR' | 'ES' | 'IT' | 'NL' | 'AT' | 'CH' | 'CA' | 'IE' | 'AU' | 'JP' | 'KR' | 'CN';

export interface Country {
  name: string;
  /** Other ways people write it. */
  alsoWritten: readonly string[];
  /** How many of a hundred accounts sit here. */
  weight: number;
  region: 'AMER' | 'EMEA' | 'APAC';
  currency: 'USD' | 'EUR' | 'GBP' | 'CHF';
  language: Language;
  cities: readonly string[];
  companyForms: readonly string[];
  dialling: string;
}

const country = (
  name: string, alsoWritten: string[], weight: number, region: Country['region'], currency: Country['currency'],
  language: Language, dialling: string, companyForms: string[], cities: string[],
): Country => ({ name, alsoWritten, weight, region, currency, language, cities, companyForms, dialling });

/** Most deals are in dollars; a few countries keep to their own money. */
export const countries: Readonly<Record<CountryCode, Country>> = {
  US: country('United States', ['USA', 'US', 'U.S.'], 30, 'AMER', 'USD', 'english', '+1 555 01', ['Inc.', 'Corp.', 'LLC', '', 'Inc'], ['New York', 'Chicago', 'Austin', 'Denver', 'Boston', 'Seattle', 'Atlanta']),
  GB: country('United Kingdom', ['UK', 'GB', 'England'], 13, 'EMEA', 'GBP', 'english', '+44 1632 96', ['Ltd', 'plc', 'Limited', 'Ltd.'], ['London', 'Leeds', 'Bristol', 'Manchester', 'Edinburgh']),
  DE: country('Germany', ['Deutschland', 'DE'], 14, 'EMEA', 'USD', 'german', '+49 30 2318', ['GmbH', 'AG', 'GmbH & Co. KG', 'SE'], ['Berlin', 'München', 'Hamburg', 'Köln', 'Stuttgart', 'Düsseldorf']),
  FR: country('France', ['FR'], 9, 'EMEA', 'EUR', 'french', '+33 1 99 00', ['SA', 'SAS', 'S.A.'], ['Paris', 'Lyon', 'Nantes', 'Lille', 'Besançon']),
  ES: country('Spain', ['España', 'ES'], 7, 'EMEA', 'EUR', 'spanish', '+34 91 004', ['S.A.', 'S.L.', 'SL'], ['Madrid', 'Barcelona', 'Málaga', 'Bilbao']),
  IT: country('Italy', ['Italia', 'IT'], 7, 'EMEA', 'EUR', 'italian', '+39 02 5550', ['S.p.A.', 'S.r.l.', 'SpA'], ['Milano', 'Torino', 'Bologna', 'Roma']),
  NL: country('Netherlands', ['The Netherlands', 'Nederland', 'NL'], 6, 'EMEA', 'EUR', 'dutch', '+31 20 555', ['B.V.', 'N.V.', 'BV'], ['Amsterdam', 'Utrecht', 'Rotterdam', "'s-Hertogenbosch"]),
  AT: country('Austria', ['Österreich'], 2, 'EMEA', 'USD', 'german', '+43 1 555', ['GmbH', 'AG'], ['Wien', 'Graz', 'Linz']),
  CH: country('Switzerland', ['Schweiz', 'Suisse'], 2, 'EMEA', 'CHF', 'german', '+41 44 555', ['AG', 'GmbH'], ['Zürich', 'Basel', 'Bern']),
  CA: country('Canada', ['CA'], 4, 'AMER', 'USD', 'english', '+1 555 01', ['Inc.', 'Ltd.'], ['Toronto', 'Montréal', 'Vancouver']),
  IE: country('Ireland', [], 2, 'EMEA', 'USD', 'english', '+353 20 91', ['Ltd', 'DAC'], ['Dublin', 'Cork']),
  AU: country('Australia', ['AU'], 2, 'APAC', 'USD', 'english', '+61 2 5550', ['Pty Ltd'], ['Sydney', 'Melbourne']),
  JP: country('Japan', ['日本'], 0.8, 'APAC', 'USD', 'english', '+81 3 5550', ['K.K.', 'Co., Ltd.'], ['Tokyo', 'Osaka']),
  KR: country('South Korea', ['Korea'], 0.6, 'APAC', 'USD', 'english', '+82 2 5550', ['Co., Ltd.'], ['Seoul', 'Busan']),
  CN: country('China', [], 0.6, 'APAC', 'USD', 'english', '+86 10 5550', ['Co., Ltd.'], ['Shanghai', 'Shenzhen']),
};

// Object.fromEntries forgets which keys went in.
export const countryWeights = Object.fromEntries(
  Object.entries(countries).map(([code, { weight }]) => [code, weight]),
) as Record<CountryCode, number>;
