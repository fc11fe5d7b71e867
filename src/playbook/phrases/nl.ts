/** . */
export const dutch = String.raw`
`;
