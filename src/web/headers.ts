import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * The browser is told to run, show and send nothing but our own. `same-origin` instead of
 * `no-referrer`: with the latter a form over plain http has the origin "null", and nothing would
 * be left to tell our form from a stranger's. Neither tells another site where anybody came from.
 */
export function pageHeaders(publicUrl: string | null): MiddlewareHandler {
  const self = ["'self'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      connectSrc: self,
      imgSrc: self,
      mediaSrc: self,
      manifestSrc: self,
      workerSrc: self,
      formAction: self,
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      // The one use: the address of our service worker counts as script.
      trustedTypes: ["sanwu"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    xXssProtection: false,
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    // Only where the station has a public https address: on a bare LAN address a browser that
    // remembers "https only" would lock people out.
    strictTransportSecurity: publicUrl?.startsWith("https://") ? "max-age=31536000" : false,
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      displayCapture: [],
    },
  });
}
