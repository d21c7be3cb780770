/**
 * Background work: {@link org.hashscape.workbench.job.JobRunner} runs it, {@link org.hashscape.workbench.job.Job} tells
 * how far it is, and cancels it. Knows no screen.
 */
@NullMarked
package org.hashscape.workbench.job;

import org.jspecify.annotations.NullMarked;
