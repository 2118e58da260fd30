/** Reading and drawing pictures. */
package fairnotice.publisher.image;
