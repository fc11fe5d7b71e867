/** . */
export const japanese = String.raw`
`;
