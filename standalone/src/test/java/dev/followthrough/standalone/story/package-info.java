/** Stories: folders of a source's own files → the expected ledger, through the whole chain. */
@NullMarked
package dev.followthrough.standalone.story;

import org.jspecify.annotations.NullMarked;
