declare module "*.css?url" {
  const address: string;
  export default address;
}

declare module "icon:*" {
  const nodes: readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[];
  export default nodes;
}
