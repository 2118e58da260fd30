/** Letters from templates. */
package fairnotice.mail.thymeleaf;
