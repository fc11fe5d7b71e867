/** . */
export const korean = String.raw`
`;
