/**
 * What the mappers of all CRM systems share: bodies that may be HTML, people named by addresses,
 * and the words of a logged mail. Pure; knows no system.
 */
@NullMarked
package dev.followthrough.ingest.crm;

import org.jspecify.annotations.NullMarked;
