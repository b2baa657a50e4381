/**
 * Rules and lexicons as data: loading with exact error positions, patterns over tokens and tags,
 * matching in bounded time. The only package besides the times' loader that sees YAML.
 */
@NullMarked
package dev.followthrough.extract.rules;

import org.jspecify.annotations.NullMarked;
