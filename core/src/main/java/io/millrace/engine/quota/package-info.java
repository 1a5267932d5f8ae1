/**
 * Quotas: how much users may ask for within an interval of time, and how much they have. Key types: {@link Quota} (what the configuration says),
 * {@link Quotas} (who has used how much), {@link QuotaMeter} (what one query uses).
 */
@NullMarked
package io.millrace.engine.quota;

import org.jspecify.annotations.NullMarked;
