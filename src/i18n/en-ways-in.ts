/** The words of the ways in that lie outside the app and need a few steps: the bookmark, the share sheet, the Shortcut of iOS. */
export const enWaysIn = {
  title: "Add from other apps",

  bookmark: {
    title: "A bookmark that hands pages over",
    explained:
      "It saves the page in front of you just as you see it, also where you had to log in. It sends nothing to anyone but Lectern.",
    link: "Save to Lectern",
    dragMe: "Drag this button to the bookmarks bar of your browser. Here, pressing it does nothing.",
    copy: "Copy the bookmark",
    copied: "The address is copied.",
    copyByHand: "Copy this address:",
    use: "On a page you want to keep, press the bookmark.",
    browsers: [
      {
        name: "Chrome and Edge on a computer",
        steps: [
          "Show the bookmarks bar: press Ctrl, Shift and B (⌘, Shift and B on a Mac).",
          "Drag “Save to Lectern” to the bar. Or copy the address, press with the right mouse button on the bar, choose “Add page” or “Add favorite”, and paste it as the address.",
        ],
      },
      {
        name: "Firefox on a computer",
        steps: [
          "Show the bookmarks bar: press Ctrl, Shift and B (⌘, Shift and B on a Mac).",
          "Drag “Save to Lectern” to the bar. Or copy the address, press with the right mouse button on the bar, choose “Add Bookmark”, and paste it as the address.",
        ],
      },
      {
        name: "Safari on a Mac",
        steps: [
          "Show the favourites bar: press ⌘, Shift and B.",
          "Drag “Save to Lectern” to the bar. Or bookmark any page, then edit the address of the bookmark and paste the one you copied.",
        ],
      },
      {
        name: "Safari on an iPhone or iPad",
        steps: [
          "Copy the bookmark’s address with the button above.",
          "Press Share, then “Add Bookmark”, name it “Save to Lectern” and press “Save”.",
          "Open your bookmarks, press “Edit”, and choose the new one.",
          "Clear its address, paste the one you copied, and press “Done”.",
        ],
      },
      {
        name: "Chrome or Firefox on Android",
        steps: [
          "Copy the bookmark’s address with the button above.",
          "Bookmark any page, then edit that bookmark: name it “Save to Lectern” and paste the address you copied.",
          "On a page you want to keep, type “Save to Lectern” into the address bar and choose the bookmark with that name.",
        ],
      },
    ],
  },

  share: {
    title: "The share menu of your device",
    android: "On Android, and on a computer with Chrome or Edge",
    androidSteps: [
      "Install Lectern from the library.",
      "In another app, press “Share” and choose Lectern. Addresses, texts and files are kept at once, also without a network.",
    ],
    ios: "On an iPhone or iPad",
    iosExplained: "The share menu there does not know web apps, but the app Shortcuts can help.",
    iosSteps: [
      "Open the app Shortcuts and press the plus sign.",
      "Press the arrow beside the name and choose “Rename”: call it “Save to Lectern”.",
      "Open its details, turn on “Show in Share Sheet”, and let it receive URLs.",
      "Add the action “Open URLs”. As its address, put in the address below, and right behind it the variable “Shortcut Input”.",
    ],
    iosAddress: "The address for the Shortcut:",
    copy: "Copy the Shortcut’s address",
    copied: "The address is copied.",
    iosUse: "From then on: press “Share” on a page, choose “Save to Lectern”, and press “Add”.",
    iosStorage:
      "A Shortcut opens the browser. Articles that you add there are in the browser’s library, apart from that of an app on the Home Screen: there, copy the address and paste it.",
  },
};

export type WaysInWords = typeof enWaysIn;
