/** What a drawing may be made of. Names are those of SVG 2 that show something and neither run, load, nor lead anywhere. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const DRAWING_ELEMENTS = words(`
  svg g defs symbol use switch title desc style
  path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`);

/** Of these names, or `aria-*`. Handlers, addresses other than `href`, and anything of a namespace are not among them. */
export const DRAWING_ATTRIBUTES = words(`
  id class style lang role tabindex focusable version
  x y x1 x2 y1 y2 cx cy r rx ry dx dy fx fy fr width height points d pathLength rotate textLength lengthAdjust
  viewBox preserveAspectRatio transform transform-origin gradientTransform patternTransform gradientUnits patternUnits
  patternContentUnits spreadMethod offset clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight
  orient refX refY startOffset method spacing side systemLanguage requiredFeatures href media type
  filterUnits primitiveUnits in in2 result mode operator k1 k2 k3 k4 values stdDeviation edgeMode order kernelMatrix divisor
  bias targetX targetY preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle
  azimuth elevation z pointsAtX pointsAtY pointsAtZ scale xChannelSelector yChannelSelector tableValues slope intercept
  amplitude exponent radius baseFrequency numOctaves seed stitchTiles kernelUnitLength
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color
  flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style
  font-variant font-variant-ligatures font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
  isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
  mix-blend-mode opacity overflow paint-order pointer-events shape-rendering solid-color solid-opacity stop-color
  stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  stroke-width text-align text-anchor text-decoration text-indent text-overflow text-rendering text-transform
  transform-box unicode-bidi vector-effect visibility white-space word-spacing writing-mode`);

/** Functions of CSS that draw; `url` is looked at by itself. */
const STYLE_FUNCTIONS = words(`
  url rgb rgba hsl hsla hwb lab lch oklab oklch color-mix calc min max clamp var matrix matrix3d translate translatex
  translatey scale scalex scaley rotate skew skewx skewy perspective blur brightness contrast drop-shadow grayscale
  hue-rotate invert opacity saturate sepia inset circle ellipse polygon path not is where nth-child nth-of-type
  nth-last-child nth-last-of-type lang cubic-bezier steps linear`);

/**
 * What in a style, or in an attribute that CSS reads, may load or hide something; undefined where nothing does. Without
 * escapes and at-rules, functions are all that can, and of addresses only places in the drawing itself are let through.
 */
export function faultInStyle(text: string): string | undefined {
  if (text.includes("\\")) return "a backslash";
  const rule = /@(?!media\b)[\w-]*/i.exec(text)?.[0];
  if (rule !== undefined) return rule;
  for (const [, name = "", start = ""] of text.matchAll(/([\w-]*)\((\s{0,9}["']?\s{0,9}.?)/gsu)) {
    const called = name.toLowerCase();
    if (called !== "" && !STYLE_FUNCTIONS.has(called)) return `${name}(…)`;
    if (called === "url" && !/^["'\s]*#$/.test(start)) return "an address outside of the drawing";
  }
  return undefined;
}

/** A place in the drawing itself, or a picture that it brings along. */
export function isOwnReference(address: string): boolean {
  return /^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$)/.test(address.trim());
}
