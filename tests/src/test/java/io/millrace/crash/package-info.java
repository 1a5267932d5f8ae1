/**
 * What is left when the power goes, a call to the operating system fails, the process is killed or a file is damaged: acknowledged rows are all there, others whole
 * or absent, and damage is loud and stays where it is.
 */
@NullMarked
package io.millrace.crash;

import org.jspecify.annotations.NullMarked;
