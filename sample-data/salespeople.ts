/** Who owns accounts at Lumenfield. */
export const salespeople = ['Dana Whitfield', 'Marcus Oyelaran', 'Ingrid Solberg', 'Tomás Ferreira', 'Katja Brandt', 'Yuki Mori', 'Lewis Hartnell', 'Noor Haddad'];
