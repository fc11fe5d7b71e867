import type { CountryCode } from './geography';
import type { Random } from './random';

export interface Name {
  first: string;
  last: string;
}

/** First and last names of one culture, separated by spaces; `_` stands for a space inside a name. */
interface NameList {
  first: readonly string[];
  last: readonly string[];
}

const list = (first: string, last: string): NameList => ({ first: words(first), last: words(last) });
const words = (text: string): string[] => text.split(' ').map((word) => word.replaceAll('_', ' '));

const english = list(
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Susan Richard Jessica Thomas Sarah Daniel Karen Matthew Lisa Anthony Nancy Mark Sandra Steven Ashley Paul Emily Andrew Megan Joshua Amanda Kevin Rachel Brian Laura George Olivia Timothy Grace Jason Hannah Ryan Chloe Eric Sophie Nathan Amelia Priya Raj Imran Fatima Wei Aisha Mei Kwame Anne-Marie Mary_Jo',
  "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Reed Cooper Bailey Bell O'Brien O'Connor McDonald MacLeod Patel Shah Khan Singh Nguyen Chen Okafor Smith-Jones Fitzgerald St._John",
);
const german = list(
  'Anna Thomas Michael Andreas Stefan Sabine Petra Claudia Wolfgang Jürgen Jörg Björn Günther Käthe Monika Birgit Martin Markus Christian Sebastian Tobias Katharina Julia Lena Laura Maximilian Felix Jonas Ursula Heike Uwe Frank Ralf Karl-Heinz Hans-Peter Anke Silke Nadine Zeynep Mehmet',
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Krause Lehmann Köhler König Huber Kaiser Fuchs Vogel Groß Weiß Jäger von_Bülow Yılmaz Öztürk Kowalski Müller-Lüdenscheidt',
);
const french = list(
  'Jean Marie Pierre Nathalie Michel Isabelle Philippe Sylvie François Françoise Hélène Étienne Céline Aurélie Benoît Chloé Léa Théo Mathieu Julien Nicolas Sébastien Élodie Camille Anaïs Gaëlle Loïc Jean-Luc Marie-Claire Zoé Yasmine Mohamed',
  "Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia David Bertrand Roux Vincent Fournier Girard Bonnet Dupont François Mercier Blanc Guérin Boyer Lemaître D'Angelo de_La_Tour Lévêque Benali",
);
const spanish = list(
  'José María Antonio Carmen Manuel Ana Francisco Isabel David Laura Javier Lucía Daniel Marta Jesús Elena Carlos Pilar Miguel Sara Álvaro Íñigo Begoña Raúl Sofía Andrés Mónica Iván Rocío Juan_Carlos',
  'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Gutiérrez Navarro Torres Domínguez Ibáñez García_López de_la_Cruz Núñez',
);
const italian = list(
  "Marco Giulia Andrea Francesca Luca Chiara Matteo Sara Alessandro Martina Lorenzo Valentina Davide Elena Simone Silvia Federico Paola Giuseppe Anna Niccolò Maria Stefano Roberta Paolo Ilaria Nicolò Gian_Luca",
  "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo Lombardi Moretti D'Amico Dell'Acqua Fontana Santoro Nardò Di_Stefano",
);
const dutch = list(
  'Jan Anna Pieter Maria Kees Sanne Daan Lotte Bram Emma Sven Fleur Jeroen Marieke Willem Ingrid Joost Femke Thijs Anouk Ruud Iris Maarten Eline René Zoë',
  "de_Jong Jansen de_Vries van_den_Berg Bakker van_Dijk Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer van_'t_Hof Kuipers Özdemir",
);
const japanese = list('健太 美咲 翔太 Yuki Haruto Sakura Kenji', '佐藤 鈴木 高橋 Tanaka Watanabe Ito');
const korean = list('민준 서연 지훈 Minji Jihoon', '김 이 박 Kim Park');
const chinese = list('伟 芳 秀英 Wei Xiu', '王 李 张 Zhang Liu');

const lists: Readonly<Record<CountryCode, NameList>> = {
  US: english, GB: english, CA: english, IE: english, AU: english, DE: german, AT: german, CH: german,
  FR: french, ES: spanish, IT: italian, NL: dutch, JP: japanese, KR: korean, CN: chinese,
};

/** A name usual in the country; one in eight people has a name from elsewhere. */
export function nameIn(random: Random, country: CountryCode): Name {
  const { first, last } = random.chance(0.125) ? english : lists[country];
  return { first: random.pick(first), last: random.pick(last) };
}

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', ł: 'l', ı: 'i' };
const romanised: Readonly<Record<string, string>> = {
  健太: 'kenta', 美咲: 'misaki', 翔太: 'shota', 佐藤: 'sato', 鈴木: 'suzuki', 高橋: 'takahashi', 민준: 'minjun', 서연: 'seoyeon', 지훈: 'jihun',
  김: 'kim', 이: 'lee', 박: 'park', 伟: 'wei', 芳: 'fang', 秀英: 'xiuying', 王: 'wang', 李: 'li', 张: 'zhang',
};

/** A name as it stands in an email address: lower-case a to z and hyphens. */
export function toMailPart(name: string): string {
  const latin = romanised[name] ?? name;
  return latin
    .toLowerCase()
    .replace(/[äöüßøłı]/g, (letter) => spelled[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
}
