package io.millrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.access.ScramVerifier;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exchange against messages that real clients computed for the documented user, whose password is abacaba and whose salt is empty. */
class ScramExchangeTest {
    private static final String CLIENT_NONCE = "CLIENTNONCE0123456789abcd";
    private static final String SERVER_NONCE = "SERVERNONCE9876543210zyxw";
    private static final String LAST_WITHOUT_PROOF = "c=biws,r=" + CLIENT_NONCE + SERVER_NONCE;

    private static ScramExchange exchange(Optional<byte[]> certificate, String mechanism) {
        return new ScramExchange(ScramVerifier.ofPassword("abacaba", ""), certificate, mechanism, SERVER_NONCE);
    }

    @Test
    void theDocumentedUserIsLetInAndTheServerProvesItself() {
        ScramExchange exchange = exchange(Optional.empty(), ScramExchange.PLAIN);
        assertThat(exchange.first("n,,n=,r=" + CLIENT_NONCE))
                .isEqualTo("r=" + CLIENT_NONCE + SERVER_NONCE + ",s=,i=4096");
        assertThat(exchange.last(LAST_WITHOUT_PROOF + ",p=2KC1yykIfRo49OBbK5okiJyoyBE3aZZ8tLeHf2gm+vY="))
                .contains("v=NftBhuX4CKwMErEvTvFIU8XtgjuZtk/5s+oldHL+Oew=");
    }

    @Test
    void aWrongProofIsRefusedWithoutAnAnswer() {
        ScramExchange exchange = exchange(Optional.empty(), ScramExchange.PLAIN);
        exchange.first("n,,n=,r=" + CLIENT_NONCE);
        assertThat(exchange.last(LAST_WITHOUT_PROOF + ",p=3KC1yykIfRo49OBbK5okiJyoyBE3aZZ8tLeHf2gm+vY="))
                .isEmpty();
    }

    @Test
    void aClientThatMissesAnOfferOfChannelBindingIsUnderAttack() {
        ScramExchange exchange = exchange(Optional.of(new byte[32]), ScramExchange.PLAIN);
        assertThatThrownBy(() -> exchange.first("y,,n=,r=" + CLIENT_NONCE)).isInstanceOf(PgError.class);
    }

    @Test
    void malformedMessagesEndTheExchange() {
        for (String message : new String[] {"", "n", "n,,", "n,,m=x,n=,r=a", "n,a=b,n=,r=a", "p=tls-unique,,n=,r=a"}) {
            ScramExchange exchange = exchange(Optional.empty(), ScramExchange.PLAIN);
            assertThatThrownBy(() -> exchange.first(message)).as(message).isInstanceOf(PgError.class);
        }
        for (String message : new String[] {
            "",
            "c=biws",
            LAST_WITHOUT_PROOF + ",p=***",
            LAST_WITHOUT_PROOF + ",p=AA==",
            "c=eSws,r=" + CLIENT_NONCE + SERVER_NONCE + ",p=2KC1yykIfRo49OBbK5okiJyoyBE3aZZ8tLeHf2gm+vY="
        }) {
            ScramExchange exchange = exchange(Optional.empty(), ScramExchange.PLAIN);
            exchange.first("n,,n=,r=" + CLIENT_NONCE);
            assertThatThrownBy(() -> exchange.last(message)).as(message).isInstanceOf(PgError.class);
        }
    }
}
