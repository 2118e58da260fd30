package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.publisher.PublicAddress;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description at {@code /v3/api-docs} says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info = @Info(title = "Fairnotice", version = "v1", description = """
                                Runs the life of a sub-processor change: proposal, review, announcement, notice period, publication.
                                Times are UTC in ISO 8601, dates are in the register's zone, and what is not known is null.
                                Fields that are not known are refused. Errors are application/problem+json (RFC 9457): `type` is stable,
                                `detail` says in sentences what to do, and `errors` names each field that is wrong.
                                """),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token of a member of staff; what they may do, it may do.")
class ApiDescription {

    /** Found at the public address, whatever address the description was asked for at. */
    @Bean
    OpenAPI describedApi(PublicAddress address) {
        return new OpenAPI().addServersItem(new Server().url(address.base()));
    }

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }
}
