package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.contracts.json.Json;

import org.apache.kafka.common.config.ConfigException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** A signed claim of who we are (RFC 7519, RS256). */
final class Jwt {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;

    private Jwt(PrivateKey key) {
        this.key = key;
    }

    /**
     * @param pem {@code -----BEGIN PRIVATE KEY-----} and what follows
     */
    static Jwt of(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s|\\\\n", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return new Jwt(
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigException(
                    SalesforceSourceConfig.PRIVATE_KEY
                            + " must be an RSA private key in PEM, PKCS#8 (BEGIN PRIVATE KEY); make one of another form with openssl pkcs8 -topk8 -nocrypt");
        }
    }

    String sign(String issuer, String subject, String audience, Instant expires) {
        String claims =
                part(Map.of("alg", "RS256", "typ", "JWT"))
                        + "."
                        + part(
                                Map.of(
                                        "iss",
                                        issuer,
                                        "sub",
                                        subject,
                                        "aud",
                                        audience,
                                        "exp",
                                        expires.getEpochSecond()));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(claims.getBytes(StandardCharsets.US_ASCII));
            return claims + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with RSA and SHA-256", e);
        }
    }

    private static String part(Map<String, Object> json) {
        return BASE64.encodeToString(Json.bytes(json));
    }
}
