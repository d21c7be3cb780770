package org.hashscape.archive.dataset;

import java.util.List;

/**
 * What is known of a published data set.
 *
 * @param title its name
 * @param citation what to cite; blank where there is nothing
 * @param licence of its images; blank where it is not known
 * @param classes its class list as published; empty where the data say their own
 */
public record DatasetCard(String title, String citation, String licence, List<String> classes) {

    public DatasetCard {
        classes = List.copyOf(classes);
    }
}
