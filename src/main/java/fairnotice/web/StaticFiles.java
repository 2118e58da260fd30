package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StreamUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets, scripts and icons. A page names each with a digest of its content in the name, which a browser asks for once and keeps for a
 * year (RFC 8246); under its plain name it is asked for again each time, and answered 304 while it is the same.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final String YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/assets/**", "classpath:/static/");
        serve(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
    }

    private static void serve(ResourceHandlerRegistry registry, String address, String folder) {
        registry.addResourceHandler(address)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache().cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new Dated())
                .addTransformer(new CssLinkResourceTransformer());
    }

    /** Has what was asked for by its content kept, and no more than that. */
    private static final class Dated implements ResourceTransformer {

        @Override
        public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
                throws IOException {
            Resource served = chain.transform(request, resource);
            return resource instanceof HttpResource versioned
                    ? new Kept(served, versioned.getResponseHeaders().getETag())
                    : served;
        }
    }

    private static final class Kept extends TransformedResource implements HttpResource {

        private final String etag;

        Kept(Resource resource, String etag) throws IOException {
            super(resource, StreamUtils.copyToByteArray(resource.getInputStream()));
            this.etag = etag;
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.setETag(etag);
            headers.setCacheControl(YEAR);
            return headers;
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
