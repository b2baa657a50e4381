@org.jspecify.annotations.NullMarked
package dev.followthrough.extract.parse;
