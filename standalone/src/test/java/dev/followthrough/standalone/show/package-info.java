/** What is told of the records that go by. */
@NullMarked
package dev.followthrough.standalone.show;

import org.jspecify.annotations.NullMarked;
