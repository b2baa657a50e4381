package dev.followthrough.ingest.pull.imap;

import java.io.IOException;

/** Hands out access tokens of OAuth 2.0. */
interface AccessTokens {
    /**
     * A token that should be good now.
     *
     * @param fresh whether the one handed out last was refused
     * @throws IOException where asking again later may help
     * @throws dev.followthrough.ingest.pull.PullException.Refused where a person must act
     */
    String token(boolean fresh) throws IOException;
}
