/** Codes of authenticator apps. */
package fairnotice.access.otp;
