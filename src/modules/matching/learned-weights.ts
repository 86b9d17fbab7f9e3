// Written by scripts/learn-weights.ts from 60000 invented children; not by hand.
import type { Weights } from './weights.ts';

export const learnedWeights: Weights = {
  version: '2026.2-learned',
  levels: {
    name: {
      same: {
        m: 0.714,
        u: 0.00131,
      },
      part: {
        m: 0.176,
        u: 0.0017,
      },
      close: {
        m: 0.0413,
        u: 0.000773,
      },
      loose: {
        m: 0.0194,
        u: 0.00453,
      },
      initials: {
        m: 0.00521,
        u: 0.002,
      },
      different: {
        m: 0.0443,
        u: 0.99,
      },
    },
    father: {
      same: {
        m: 0.632,
        u: 0.000198,
      },
      part: {
        m: 0.253,
        u: 0.00106,
      },
      close: {
        m: 0.0591,
        u: 0.000238,
      },
      loose: {
        m: 0.0216,
        u: 0.00371,
      },
      initials: {
        m: 0.00586,
        u: 0.000767,
      },
      different: {
        m: 0.028,
        u: 0.994,
      },
    },
    mother: {
      same: {
        m: 0.674,
        u: 0.00119,
      },
      part: {
        m: 0.205,
        u: 0.00174,
      },
      close: {
        m: 0.0594,
        u: 0.000634,
      },
      loose: {
        m: 0.0297,
        u: 0.00396,
      },
      initials: {
        m: 0.00675,
        u: 0.00317,
      },
      different: {
        m: 0.0249,
        u: 0.989,
      },
    },
    guardian: {
      same: {
        m: 0.343,
        u: 0.0202,
      },
      part: {
        m: 0.098,
        u: 0.0404,
      },
      close: {
        m: 0.098,
        u: 0.0303,
      },
      loose: {
        m: 0.0784,
        u: 0.0505,
      },
      initials: {
        m: 0.0196,
        u: 0.0303,
      },
      different: {
        m: 0.363,
        u: 0.828,
      },
    },
    sibling: {
      same: {
        m: 0.481,
        u: 0.000514,
      },
      part: {
        m: 0.144,
        u: 0.00154,
      },
      close: {
        m: 0.0702,
        u: 0.000477,
      },
      loose: {
        m: 0.0565,
        u: 0.00297,
      },
      initials: {
        m: 0.0126,
        u: 0.0018,
      },
      different: {
        m: 0.236,
        u: 0.993,
      },
    },
    age: {
      within1: {
        m: 0.957,
        u: 0.569,
      },
      within2: {
        m: 0.0357,
        u: 0.182,
      },
      within3: {
        m: 0.00584,
        u: 0.0887,
      },
      younger: {
        m: 0.000854,
        u: 0.093,
      },
      older: {
        m: 0.000837,
        u: 0.0676,
      },
    },
    sex: {
      same: {
        m: 0.999,
        u: 0.623,
      },
      third: {
        m: 0.000409,
        u: 0.000832,
      },
      different: {
        m: 0.000949,
        u: 0.376,
      },
    },
    marks: {
      kindSiteSide: {
        m: 0.551,
        u: 0.00628,
      },
      kindSite: {
        m: 0.343,
        u: 0.01,
      },
      swappedSide: {
        m: 0.0188,
        u: 0.00657,
      },
      kindOnly: {
        m: 0.00603,
        u: 0.0000293,
      },
      noneShared: {
        m: 0.075,
        u: 0.857,
      },
      lastingAbsent: {
        m: 0.00527,
        u: 0.12,
      },
    },
    language: {
      shared: {
        m: 0.931,
        u: 0.466,
      },
      related: {
        m: 0.0203,
        u: 0.0825,
      },
      different: {
        m: 0.0489,
        u: 0.451,
      },
    },
    place: {
      sameDistrict: {
        m: 0.0457,
        u: 0.00001,
      },
      sameSound: {
        m: 0.702,
        u: 0.0055,
      },
      closeSound: {
        m: 0.03,
        u: 0.000558,
      },
      sameWord: {
        m: 0.0248,
        u: 0.0216,
      },
      different: {
        m: 0.198,
        u: 0.972,
      },
    },
    distance: {
      sameDistrict: {
        m: 0.383,
        u: 0.00224,
      },
      to100: {
        m: 0.0843,
        u: 0.0184,
      },
      to300: {
        m: 0.146,
        u: 0.0726,
      },
      to1000: {
        m: 0.206,
        u: 0.394,
      },
      farther: {
        m: 0.18,
        u: 0.513,
      },
    },
    height: {
      within1: {
        m: 0.807,
        u: 0.363,
      },
      within2: {
        m: 0.162,
        u: 0.224,
      },
      within3: {
        m: 0.0137,
        u: 0.0894,
      },
      beyond: {
        m: 0.0021,
        u: 0.0717,
      },
      shrunk: {
        m: 0.015,
        u: 0.252,
      },
    },
    dates: {
      before: {
        m: 0.00212,
        u: 0.449,
      },
      dayBefore: {
        m: 0.000915,
        u: 0.00192,
      },
      to3: {
        m: 0.16,
        u: 0.00716,
      },
      to30: {
        m: 0.474,
        u: 0.0483,
      },
      to365: {
        m: 0.318,
        u: 0.333,
      },
      later: {
        m: 0.0445,
        u: 0.161,
      },
    },
    clothing: {
      same: {
        m: 0.142,
        u: 0.052,
      },
      partly: {
        m: 0.436,
        u: 0.463,
      },
      different: {
        m: 0.422,
        u: 0.486,
      },
    },
    build: {
      same: {
        m: 0.757,
        u: 0.335,
      },
      near: {
        m: 0.141,
        u: 0.409,
      },
      far: {
        m: 0.0884,
        u: 0.256,
      },
    },
    complexion: {
      same: {
        m: 0.801,
        u: 0.251,
      },
      near: {
        m: 0.114,
        u: 0.38,
      },
      far: {
        m: 0.0848,
        u: 0.369,
      },
    },
  },
  limits: {
    name: {
      most: 9,
      least: -4,
    },
    father: {
      most: 9,
      least: -5,
    },
    mother: {
      most: 9,
      least: -5,
    },
    guardian: {
      most: 8,
      least: -3,
    },
    sibling: {
      most: 8,
      least: -2,
    },
    age: {
      most: 4,
      least: -8,
    },
    sex: {
      most: 2,
      least: -6,
    },
    marks: {
      most: 10,
      least: -4,
    },
    language: {
      most: 6,
      least: -4,
    },
    place: {
      most: 8,
      least: -3,
    },
    distance: {
      most: 6,
      least: -3,
    },
    height: {
      most: 2.5,
      least: -6,
    },
    dates: {
      most: 2.5,
      least: -12,
    },
    clothing: {
      most: 3,
      least: -2,
    },
    build: {
      most: 1,
      least: -1.4,
    },
    complexion: {
      most: 1,
      least: -1.4,
    },
  },
  averages: {
    name: 7.93,
    father: 7.31,
    mother: 6.75,
    guardian: 2,
    sibling: 3,
    age: 0.885,
    sex: 0.833,
    marks: 6.18,
    language: 2.55,
    place: 5.07,
    distance: 2.09,
    height: 0.766,
    dates: 1.33,
    clothing: 0,
    build: 0.363,
    complexion: 0.391,
  },
  nameChance: {
    same: 0.292,
    part: 0.468,
    close: 0.2,
  },
  damping: {
    identity: 0.85,
    region: 0.6,
    journey: 0.75,
    body: 0.75,
    own: 1,
  },
  ages: [
    0.00893, 0.00764, 0.00843, 0.00848, 0.00895, 0.0104, 0.0144, 0.0154, 0.0182, 0.018, 0.0187, 0.0245, 0.0424, 0.0578, 0.0906, 0.172, 0.2,
    0.175, 0.071, 0.0207, 0.00588, 0.00168, 0.000467, 0.00001, 0.00001, 0.00001,
  ],
  sexes: {
    female: 0.749,
    male: 0.25,
    third: 0.00055,
  },
  calibration: {
    'two-names': {
      slope: 0.914,
      offset: -2.08,
    },
    'one-name': {
      slope: 0.786,
      offset: 0.816,
    },
    'no-name': {
      slope: 0.636,
      offset: 3.38,
    },
  },
};
