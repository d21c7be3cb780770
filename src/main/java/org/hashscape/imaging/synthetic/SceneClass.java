package org.hashscape.imaging.synthetic;

/** Stub. */
public enum SceneClass {}
