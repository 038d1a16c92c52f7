/** The audit of a fleet as a job of Spark: many machines, each of which audits some of the servers. */
@NullMarked
package io.github.iisaudit.spark;

import org.jspecify.annotations.NullMarked;
